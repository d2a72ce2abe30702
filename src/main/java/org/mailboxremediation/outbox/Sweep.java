package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailboxremediation.outbox.SignalTable.Cursor;
import org.springframework.stereotype.Component;

/**
 * Signals again what nobody heard, going round in the order of settling so that none starves behind those that nobody
 * will ever hear. What is older than an hour goes round once a minute only.
 */
@Component
final class Sweep {

    private static final int AT_MOST = 100;
    private static final Duration OLD = Duration.ofHours(1);
    private static final Duration OLD_EVERY = Duration.ofMinutes(1);

    private final SignalTable table;
    private final Signals signals;
    private final Clock clock;
    private Cursor young = Cursor.before(Instant.EPOCH);
    private Cursor old = Cursor.before(Instant.EPOCH);
    private Instant oldAgainAt = Instant.EPOCH;

    Sweep(SignalTable table, Signals signals, Clock clock) {
        this.table = table;
        this.signals = signals;
        this.clock = clock;
    }

    /** One round of at most 100 young and 100 old ones; those younger than {@code grace} are being signalled already. */
    synchronized void sweep(Duration grace) {
        Instant now = clock.instant();
        Instant border = now.minus(OLD);
        Cursor start = young.at().isAfter(border) ? young : Cursor.before(border);
        young = round(start, now.minus(grace), border);
        if (!now.isBefore(oldAgainAt)) {
            oldAgainAt = now.plus(OLD_EVERY);
            old = round(old, border, Instant.EPOCH);
        }
    }

    /** Where to go on the next time: behind the last one told, or from the start after the end. */
    private Cursor round(Cursor from, Instant upTo, Instant start) {
        List<Settled> found = table.unsignalled(from, upTo, AT_MOST);
        signals.signalAgain(found);
        return found.size() < AT_MOST ? Cursor.before(start) : Cursor.at(found.get(found.size() - 1));
    }
}
