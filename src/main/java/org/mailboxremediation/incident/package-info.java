/** The case: who reported what about which mailbox, its severity and its status. */
@NullMarked
package org.mailboxremediation.incident;

import org.jspecify.annotations.NullMarked;
