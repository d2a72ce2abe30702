package org.mailboxremediation.outbox;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.event.EventChain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the listeners of a settled command, and remembers when all are done with it: under the case's lock, so that who
 * begins to wait meanwhile is not taken for told.
 */
@Component
public final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final int ATTEMPTS = 5;
    /** How many are told in a transaction at most. */
    static final int TOGETHER = 50;

    private final ObjectProvider<OutcomeListener> listeners;
    private final SignalTable table;
    private final EventChain events;
    private final TransactionTemplate transaction;
    private final ObjectProvider<OneTransaction> together;
    private final Clock clock;

    Signals(
            ObjectProvider<OutcomeListener> listeners,
            SignalTable table,
            EventChain events,
            TransactionTemplate transaction,
            ObjectProvider<OneTransaction> together,
            Clock clock) {
        this.listeners = listeners;
        this.table = table;
        this.events = events;
        this.transaction = transaction;
        this.together = together;
        this.clock = clock;
    }

    /** Signals once; what is not heard is left to the sweep. A listener that fails has mostly lost a race: once more. */
    void signal(Settled settled) {
        for (int left = ATTEMPTS; left > 0; left--) {
            try {
                transaction.executeWithoutResult(status -> tell(settled));
                return;
            } catch (RuntimeException failure) {
                report(failure, left > 1);
            }
        }
    }

    /**
     * Signals many, in one transaction where somebody can do that, and each for itself where one of them fails. Cases are
     * locked in one order, so that those who work on several never wait for each other.
     */
    void signalAll(List<Settled> many) {
        OneTransaction all = together.getIfAvailable();
        if (all == null || many.size() == 1) {
            many.forEach(this::signal);
            return;
        }
        List<Settled> ordered = many.stream()
                .sorted(Comparator.comparing(settled -> settled.command().caseId()))
                .toList();
        try {
            all.inOneTransaction(() -> ordered.forEach(this::tell));
        } catch (RuntimeException failure) {
            LOG.debug("Told one by one after {}", failure.getClass().getName());
            many.forEach(this::signal);
        }
    }

    /**
     * Tells what is settled in the case and nobody was told of, in the caller's transaction, until nobody waits for any of
     * it: for a procedure that begins when its first outcomes are there already.
     */
    public void tellSettled(String caseId) {
        Set<String> told = new HashSet<>();
        boolean heard = true;
        while (heard) {
            heard = false;
            for (Settled settled : table.unsignalled(caseId)) {
                String id = settled.command().id();
                heard |= !told.contains(id) && tell(settled) && told.add(id);
            }
        }
    }

    private boolean tell(Settled settled) {
        events.lock(settled.command().caseId());
        boolean done = true;
        for (OutcomeListener listener : listeners.orderedStream().toList()) {
            done &= listener.settled(settled.command(), settled.outcome());
        }
        if (done) {
            table.signalled(settled.command().id(), clock.instant());
        }
        return done;
    }

    private static void report(RuntimeException failure, boolean again) {
        if (again) {
            LOG.debug("A listener failed with {}", failure.getClass().getName());
        } else {
            LOG.warn(
                    "A listener failed with {}; it is told again",
                    failure.getClass().getName());
        }
    }
}
