package org.mailboxremediation.mailbox.rackspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * How many requests of one kind one user may still make. Counts over the last minute and a second: whether the provider's
 * minute is fixed or slides is not documented, and this keeps below the limit either way. A request counts from its end,
 * because only then is it sure to have arrived.
 */
final class Budget {

    static final Duration WINDOW = Duration.ofSeconds(61);
    /** How long the provider's own limit is left alone: refused requests count too, so trying sooner never clears it. */
    private static final Duration REFUSED_FOR = Duration.ofSeconds(20);

    private final int perMinute;
    private final Deque<Instant> spent = new ArrayDeque<>();
    private int running;
    private int refusals;
    private Instant pausedUntil = Instant.EPOCH;

    /** A budget of so many requests a minute; 0 = unlimited. */
    Budget(int perMinute) {
        this.perMinute = perMinute;
    }

    /** The limit; 0 = unlimited. */
    int perMinute() {
        return perMinute;
    }

    /** Begins a request. Zero if that was possible, else how long to wait. */
    synchronized Duration begin(Instant now) {
        Duration wait = waitAt(now);
        if (wait.isZero()) {
            running++;
        }
        return wait;
    }

    /** A request has ended, with the provider's limit kept as far as one can tell. */
    synchronized void end(Instant now) {
        refusals = 0;
        count(now);
    }

    /**
     * A request was refused because of the provider's limit: somebody else uses the same user, or we did before a restart.
     *
     * @return how long this budget is left alone: twice as long each time, up to a minute; then one request tries
     */
    synchronized Duration refused(Instant now) {
        count(now);
        Duration alone = min(REFUSED_FOR.multipliedBy(1L << Math.min(refusals, 2)), WINDOW);
        refusals++;
        pausedUntil = now.plus(alone);
        return alone;
    }

    /** How many requests could begin now. */
    synchronized int left(Instant now) {
        if (!waitAt(now).isZero()) {
            return 0;
        }
        if (refusals > 0) {
            return 1;
        }
        return perMinute == 0 ? Integer.MAX_VALUE : perMinute - running - spent.size();
    }

    /** When each request of a minute can begin at the earliest, as many as the limit; none if unlimited. */
    synchronized Stream<Instant> beginnings(Instant now) {
        forget(now);
        Instant start = now.isBefore(pausedUntil) ? pausedUntil : now;
        int free = Math.max(0, perMinute - running - spent.size());
        return Stream.of(
                        Stream.generate(() -> now).limit(free),
                        spent.stream().map(time -> time.plus(WINDOW)),
                        Stream.generate(() -> now.plus(WINDOW)).limit(running))
                .flatMap(times -> times)
                .map(time -> time.isBefore(start) ? start : time)
                .limit(perMinute);
    }

    private void count(Instant now) {
        running--;
        if (perMinute > 0) {
            spent.addLast(now);
        }
    }

    private Duration waitAt(Instant now) {
        forget(now);
        if (now.isBefore(pausedUntil)) {
            return Duration.between(now, pausedUntil);
        }
        if (refusals > 0 && running > 0) {
            return Duration.ofSeconds(1);
        }
        if (perMinute == 0 || running + spent.size() < perMinute) {
            return Duration.ZERO;
        }
        return spent.isEmpty() ? Duration.ofSeconds(1) : Duration.between(now.minus(WINDOW), spent.getFirst());
    }

    private void forget(Instant now) {
        Instant start = now.minus(WINDOW);
        while (!spent.isEmpty() && !spent.getFirst().isAfter(start)) {
            spent.removeFirst();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
