package org.mailboxremediation.outbox;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one worker does in one go.
 *
 * @param queue where the commands waited
 * @param claims one, or several that are performed together
 * @param prepared performs the one, with what it needs read already; null where nothing was
 */
record Work(QueueKey queue, List<Claim> claims, @Nullable Function<Command, Outcome> prepared) {

    Work {
        claims = List.copyOf(claims);
    }

    Work(QueueKey queue, List<Claim> claims) {
        this(queue, claims, null);
    }

    Work prepared(Function<Command, Outcome> performing) {
        return new Work(queue, claims, performing);
    }

    /** Whether it is the first attempt at the effect of one command, as far as is known. */
    boolean canBePrepared() {
        return queue.stage() == Stage.EFFECT
                && claims.size() == 1
                && claims.get(0).unexpected() == 0;
    }
}
