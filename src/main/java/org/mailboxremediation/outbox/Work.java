package org.mailboxremediation.outbox;

import java.util.List;

/**
 * What one worker does in one go.
 *
 * @param queue where the commands waited
 * @param claims one, or several that are performed together
 */
record Work(QueueKey queue, List<Claim> claims) {

    Work {
        claims = List.copyOf(claims);
    }
}
