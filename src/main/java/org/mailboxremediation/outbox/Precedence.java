package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets every mailbox's lock-out go out before the first verification competes with it, and every verification before what
 * can wait: each {@link Rank} stops those behind it, for two minutes at most. Only while its commands really go out, one
 * after the other: behind a target that hangs, or a budget that is spent, the others go on.
 */
@Component
final class Precedence {

    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(1);
    /** Where a target is so slow that its commands always wait, the others are not to wait as long. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Map<Rank, Wait> waits = new EnumMap<>(Rank.class);
    private final Bells bells;

    Precedence(Bells bells) {
        this.bells = bells;
    }

    /** Says whether, after some were handed to workers, more of the rank wait for nothing but a worker. */
    void waits(Rank rank, boolean waiting, Instant now) {
        boolean stopped = note(rank, waiting, now);
        if (!waiting && stopped) {
            bells.ringAll();
        }
    }

    /** Whether commands of the rank have to wait for others. */
    synchronized boolean isStopped(Rank rank, Instant now) {
        return waits.entrySet().stream()
                .anyMatch(other ->
                        other.getKey().compareTo(rank) < 0 && other.getValue().stops(now));
    }

    /** Whether it stopped others until now. */
    private synchronized boolean note(Rank rank, boolean waiting, Instant now) {
        Wait before = waits.getOrDefault(rank, Wait.NONE);
        boolean goesOn = now.isBefore(before.until());
        if (waiting) {
            waits.put(rank, new Wait(goesOn ? before.since() : now, now.plus(WITHOUT_PROGRESS)));
        } else {
            waits.remove(rank);
        }
        return goesOn;
    }

    private record Wait(Instant since, Instant until) {

        static final Wait NONE = new Wait(Instant.EPOCH, Instant.EPOCH);

        boolean stops(Instant now) {
            return now.isBefore(until) && now.isBefore(since.plus(LONGEST));
        }
    }
}
