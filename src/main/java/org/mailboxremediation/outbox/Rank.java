package org.mailboxremediation.outbox;

import java.util.Optional;

/** What goes before what while all of it waits for workers, the first first. Mail to people waits for none of it. */
enum Rank {
    /** The attacker's password stops working. */
    LOCK_OUT,
    /** It is seen that it has. */
    LOCK_OUT_VERIFICATION,
    /** Everything else that the provider is asked to do. */
    OTHER;

    static Optional<Rank> of(QueueKey queue, Demand demand) {
        if (demand.lockOut()) {
            return Optional.of(queue.stage() == Stage.EFFECT ? LOCK_OUT : LOCK_OUT_VERIFICATION);
        }
        return demand.target() == Target.PROVIDER ? Optional.of(OTHER) : Optional.empty();
    }
}
