package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final LockedCommands locked;
    private final EventChain events;
    private final TransactionTemplate transaction;
    private final ObjectProvider<OneTransaction> together;
    private final Clock clock;

    Signals(
            ObjectProvider<OutcomeListener> listeners,
            SignalTable table,
            LockedCommands locked,
            EventChain events,
            TransactionTemplate transaction,
            ObjectProvider<OneTransaction> together,
            Clock clock) {
        this.listeners = listeners;
        this.table = table;
        this.locked = locked;
        this.events = events;
        this.transaction = transaction;
        this.together = together;
        this.clock = clock;
    }

    /** Signals once; what is not heard is left to the sweep. A listener that fails has mostly lost a race: once more. */
    void signal(Settled settled) {
        for (int left = ATTEMPTS; left > 0; left--) {
            try {
                transaction.executeWithoutResult(status -> tellAll(List.of(settled)));
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
        if (all == null || many.size() <= 1) {
            many.forEach(this::signal);
            return;
        }
        List<Settled> ordered = many.stream()
                .sorted(Comparator.comparing(settled -> settled.command().caseId()))
                .toList();
        try {
            all.inOneTransaction(() -> {
                events.lockAll(
                        many.stream().map(settled -> settled.command().caseId()).toList());
                tellAll(ordered);
            });
        } catch (RuntimeException failure) {
            LOG.debug("Told one by one after {}", failure.getClass().getName());
            many.forEach(this::signal);
        }
    }

    /** The same for those that nobody heard, without the cases in which nobody can hear yet. */
    void signalAgain(List<Settled> unheard) {
        Set<String> cases =
                unheard.stream().map(settled -> settled.command().caseId()).collect(Collectors.toSet());
        Set<String> deaf = new HashSet<>();
        if (!cases.isEmpty()) {
            listeners.forEach(listener -> deaf.addAll(listener.deaf(cases)));
        }
        signalAll(unheard.stream()
                .filter(settled -> !deaf.contains(settled.command().caseId()))
                .toList());
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
            events.lock(caseId);
            for (Settled settled : locked.unsignalled(caseId)) {
                String id = settled.command().id();
                boolean isTold = !told.contains(id) && tell(settled);
                if (isTold) {
                    told.add(id);
                    remember(Map.of(caseId, id));
                }
                heard |= isTold;
            }
        }
    }

    /** What was told is remembered before its case is told more: who goes on may ask whether it was. */
    private void tellAll(List<Settled> many) {
        Map<String, String> told = new HashMap<>();
        for (Settled settled : many) {
            Command command = settled.command();
            if (told.containsKey(command.caseId())) {
                remember(told);
                told.clear();
            }
            if (tell(settled)) {
                told.put(command.caseId(), command.id());
            }
        }
        remember(told);
    }

    private boolean tell(Settled settled) {
        events.lock(settled.command().caseId());
        boolean done = true;
        for (OutcomeListener listener : listeners.orderedStream().toList()) {
            done &= listener.settled(settled.command(), settled.outcome());
        }
        return done;
    }

    /** By their cases. */
    private void remember(Map<String, String> told) {
        if (!told.isEmpty()) {
            Instant now = clock.instant();
            table.signalled(told.values(), now);
            told.forEach((caseId, id) -> LockedCommands.signalled(caseId, id, now));
        }
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
