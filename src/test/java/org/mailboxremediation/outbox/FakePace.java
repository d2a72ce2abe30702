package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A budget that is spent by the handlers of a test, and filled up by the test. */
final class FakePace implements Pace {

    Duration every = Duration.ofSeconds(1);
    private final int perMinute;
    private final Map<Kind, Integer> left = new EnumMap<>(Kind.class);

    FakePace(int perMinute) {
        this.perMinute = perMinute;
        fill(Kind.READ, perMinute);
        fill(Kind.WRITE, perMinute);
    }

    synchronized void fill(Kind kind, int calls) {
        left.put(kind, calls);
    }

    /** Spends one; the provider would refuse it if there were none. */
    synchronized void spend(Kind kind) {
        if (left.merge(kind, -1, Integer::sum) < 0) {
            throw new AssertionError("a call beyond the budget");
        }
    }

    @Override
    public synchronized int left(Kind kind) {
        return left.getOrDefault(kind, 0);
    }

    @Override
    public int perMinute(Kind kind) {
        return perMinute;
    }

    @Override
    public Duration until(Kind kind, int calls) {
        return left(kind) >= calls ? Duration.ZERO : every.multipliedBy(calls - left(kind));
    }
}
