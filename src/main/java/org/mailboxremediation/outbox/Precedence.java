package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets every mailbox's lock-out go out before the first verification competes with it, and every verification before what
 * can wait: each {@link Rank} stops those behind it. Only while its commands really go out, one after the other: behind a
 * target that hangs, or a budget that is spent, the others go on.
 */
@Component
final class Precedence {

    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(1);

    private final Map<Rank, Instant> until = new EnumMap<>(Rank.class);
    private final Bells bells;

    Precedence(Bells bells) {
        this.bells = bells;
    }

    /** Says whether, after some were handed to workers, more of the rank wait for nothing but a worker. */
    void waits(Rank rank, boolean waiting, Instant now) {
        Instant before = set(rank, waiting ? now.plus(WITHOUT_PROGRESS) : Instant.EPOCH);
        if (!waiting && before.isAfter(now)) {
            bells.ringAll();
        }
    }

    /** Whether commands of the rank have to wait for others. */
    synchronized boolean isStopped(Rank rank, Instant now) {
        return until.entrySet().stream()
                .anyMatch(other -> other.getKey().compareTo(rank) < 0 && now.isBefore(other.getValue()));
    }

    private synchronized Instant set(Rank rank, Instant time) {
        Instant before = until.put(rank, time);
        return before == null ? Instant.EPOCH : before;
    }
}
