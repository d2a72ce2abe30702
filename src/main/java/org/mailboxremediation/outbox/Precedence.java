package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Lets every mailbox's lock-out go out before the first verification competes with it. Only while lock-outs really go out,
 * one after the other: behind a target that hangs, or a budget that is spent, verifications go on.
 */
@Component
final class Precedence {

    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(1);

    private final AtomicReference<Instant> until = new AtomicReference<>(Instant.EPOCH);
    private final Bells bells;

    Precedence(Bells bells) {
        this.bells = bells;
    }

    /** Says whether, after some were handed to workers, more lock-outs wait for nothing but a worker. */
    void lockOutsWait(boolean waiting, Instant now) {
        Instant before = until.getAndSet(waiting ? now.plus(WITHOUT_PROGRESS) : Instant.EPOCH);
        if (!waiting && before.isAfter(now)) {
            bells.ringAll();
        }
    }

    /** Whether a verification has to wait. */
    boolean lockOutsFirst(Instant now) {
        return now.isBefore(until.get());
    }
}
