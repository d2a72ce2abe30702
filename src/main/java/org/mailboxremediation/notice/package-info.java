/** Who must hear what, on a channel the attacker cannot read. */
@NullMarked
package org.mailboxremediation.notice;

import org.jspecify.annotations.NullMarked;
