package org.mailboxremediation.mailbox.rackspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many requests of one kind one user may still make. Counts over the last minute and a second: whether the provider's
 * minute is fixed or slides is not documented, and this keeps below the limit either way.
 */
final class Budget {

    private static final Duration WINDOW = Duration.ofSeconds(61);

    private final int perMinute;
    private final Deque<Instant> spent = new ArrayDeque<>();
    private Instant pausedUntil = Instant.EPOCH;

    /** A budget of so many requests a minute; 0 = unlimited. */
    Budget(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Spends one request. Zero if that was possible, else how long to wait. */
    synchronized Duration spend(Instant now) {
        Duration wait = waitAt(now);
        if (wait.isZero() && perMinute > 0) {
            spent.addLast(now);
        }
        return wait;
    }

    /** Stops spending: the provider says that the limit is reached. */
    synchronized void pause(Instant until) {
        pausedUntil = until;
    }

    private Duration waitAt(Instant now) {
        Instant start = now.minus(WINDOW);
        while (!spent.isEmpty() && !spent.getFirst().isAfter(start)) {
            spent.removeFirst();
        }
        if (now.isBefore(pausedUntil)) {
            return Duration.between(now, pausedUntil);
        }
        boolean full = perMinute > 0 && spent.size() >= perMinute;
        return full ? Duration.between(start, spent.getFirst()) : Duration.ZERO;
    }
}
