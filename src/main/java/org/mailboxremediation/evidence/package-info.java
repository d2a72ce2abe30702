/** Content-addressed store of what a case rests on. */
@NullMarked
package org.mailboxremediation.evidence;

import org.jspecify.annotations.NullMarked;
