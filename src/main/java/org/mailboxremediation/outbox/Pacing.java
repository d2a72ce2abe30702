package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Promises the provider's budget to commands before they are claimed, so that none is claimed only to be told to wait. What
 * is promised is kept from others until the attempt has ended. A part of the budget is left for lock-outs: the settings of
 * a hundred mailboxes must not spend the minute in which the next attacker is reported.
 */
@Component
final class Pacing {

    /** The part of each minute's calls that only a lock-out may use. */
    private static final int RESERVE = 4;

    private final Pace pace;
    private final Map<Pace.Kind, Integer> forLockOuts = new EnumMap<>(Pace.Kind.class);
    private final Map<Pace.Kind, Integer> forAll = new EnumMap<>(Pace.Kind.class);

    Pacing(ObjectProvider<Pace> pace) {
        this.pace = pace.getIfAvailable(() -> Pace.NONE);
    }

    /** Promises the calls; false if they are not there. */
    synchronized boolean promise(Demand demand) {
        boolean allowed = allows(demand);
        if (allowed) {
            count(demand, 1);
        }
        return allowed;
    }

    /** The attempt has ended: what it called is spent, and what it did not is free. */
    synchronized void release(Demand demand) {
        count(demand, -1);
    }

    synchronized boolean allows(Demand demand) {
        return allows(demand, Pace.Kind.READ) && allows(demand, Pace.Kind.WRITE);
    }

    /** When it is worth asking again; zero if it is allowed now. */
    synchronized Duration until(Demand demand) {
        Duration reads = until(demand, Pace.Kind.READ);
        Duration writes = until(demand, Pace.Kind.WRITE);
        return reads.compareTo(writes) > 0 ? reads : writes;
    }

    /** How long until the turn of the one at that position comes, if all before it ask for the same; from 1. */
    Duration untilTurn(Demand demand, int position) {
        Duration reads = pace.until(Pace.Kind.READ, demand.reads() * position);
        Duration writes = pace.until(Pace.Kind.WRITE, demand.writes() * position);
        return reads.compareTo(writes) > 0 ? reads : writes;
    }

    private Duration until(Demand demand, Pace.Kind kind) {
        return allows(demand, kind) ? Duration.ZERO : pace.until(kind, needed(demand, kind) + reserve(demand, kind));
    }

    private boolean allows(Demand demand, Pace.Kind kind) {
        if (demand.of(kind) == 0 || pace.perMinute(kind) == Pace.UNLIMITED) {
            return true;
        }
        int promised = (demand.lockOut() ? forLockOuts : forAll).getOrDefault(kind, 0);
        return pace.left(kind) - promised - reserve(demand, kind) >= needed(demand, kind);
    }

    /** A step that usually needs more than a minute allows must still get its turn. */
    private int needed(Demand demand, Pace.Kind kind) {
        return Math.min(demand.of(kind), Math.max(1, pace.perMinute(kind) - reserve(demand, kind)));
    }

    private int reserve(Demand demand, Pace.Kind kind) {
        return demand.lockOut() ? 0 : pace.perMinute(kind) / RESERVE;
    }

    private void count(Demand demand, int by) {
        for (Pace.Kind kind : Pace.Kind.values()) {
            forAll.merge(kind, by * demand.of(kind), Integer::sum);
            if (demand.lockOut()) {
                forLockOuts.merge(kind, by * demand.of(kind), Integer::sum);
            }
        }
    }
}
