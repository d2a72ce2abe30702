/** The durable queue of all outside effects. */
@NullMarked
package org.mailboxremediation.outbox;

import org.jspecify.annotations.NullMarked;
