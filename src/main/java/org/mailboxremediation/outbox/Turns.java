package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether the commands of a queue may be claimed now. Those that may not wait untouched, at no cost. */
@Component
final class Turns {

    private final HeldQueues held;
    private final Pacing pacing;
    private final Precedence precedence;

    Turns(HeldQueues held, Pacing pacing, Precedence precedence) {
        this.held = held;
        this.pacing = pacing;
        this.precedence = precedence;
    }

    boolean isOpen(QueueKey queue, Demand demand, Instant now) {
        return !isStopped(queue, demand, now) && pacing.allows(demand);
    }

    /** Lets one command through, with the budget it needs promised to it. */
    boolean take(QueueKey queue, Demand demand, Instant now) {
        return !isStopped(queue, demand, now) && pacing.promise(demand);
    }

    /** Gives back what {@link #take} promised. */
    void release(Demand demand) {
        pacing.release(demand);
    }

    /** How long until the budget allows for one more; zero if it does now. */
    Duration untilBudget(Demand demand) {
        return pacing.until(demand);
    }

    /** Told by a lane that locks attackers out, or sees that it has, after each round. */
    void waits(Rank rank, boolean waiting, Instant now) {
        precedence.waits(rank, waiting, now);
    }

    private boolean isStopped(QueueKey queue, Demand demand, Instant now) {
        return held.isHeld(queue, now)
                || Rank.of(queue, demand)
                        .filter(rank -> precedence.isStopped(rank, now))
                        .isPresent();
    }
}
