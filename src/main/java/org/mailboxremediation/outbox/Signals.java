package org.mailboxremediation.outbox;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the listeners of a settled command, and remembers when all are done with it. */
@Component
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final ObjectProvider<OutcomeListener> listeners;
    private final SignalTable table;
    private final Clock clock;

    Signals(ObjectProvider<OutcomeListener> listeners, SignalTable table, Clock clock) {
        this.listeners = listeners;
        this.table = table;
        this.clock = clock;
    }

    /** Signals once; what is not heard is left to the sweep. */
    void signal(Settled settled) {
        boolean done = true;
        for (OutcomeListener listener : listeners.orderedStream().toList()) {
            done &= heard(listener, settled);
        }
        if (done) {
            table.signalled(settled.command().id(), clock.instant());
        }
    }

    private static boolean heard(OutcomeListener listener, Settled settled) {
        try {
            return listener.settled(settled.command(), settled.outcome());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "A listener failed with {}; it is told again",
                    failure.getClass().getName());
            return false;
        }
    }
}
