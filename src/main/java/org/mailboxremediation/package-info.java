/** Secures a compromised mailbox, step by step, and leaves proof of it. */
@NullMarked
package org.mailboxremediation;

import org.jspecify.annotations.NullMarked;
