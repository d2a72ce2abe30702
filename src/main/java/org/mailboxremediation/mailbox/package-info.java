/** The mailbox at its provider: the port, and the effects that work through it. */
@NullMarked
package org.mailboxremediation.mailbox;

import org.jspecify.annotations.NullMarked;
