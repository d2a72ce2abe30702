/** One append-only hash chain per case. Knows nothing of the rest. */
@NullMarked
package org.mailboxremediation.event;

import org.jspecify.annotations.NullMarked;
