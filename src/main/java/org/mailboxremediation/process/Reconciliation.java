package org.mailboxremediation.process;

import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.mailbox.MailboxSteps;
import org.mailboxremediation.outbox.CommandState;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people did by hand is read once it can be: at once, and again for as long as the case is open and nothing was read
 * since (promise P4).
 */
@Component
public final class Reconciliation {

    private final Outbox outbox;
    private final Attestations attestations;
    private final TransactionTemplate transaction;

    Reconciliation(Outbox outbox, Attestations attestations, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.attestations = attestations;
        this.transaction = transaction;
    }

    /** Owes the reading, in the caller's transaction; one that is owed and not begun will do. */
    public void request(String incidentId) {
        String step = MailboxSteps.RECONCILE;
        Optional<Entry> newest = outbox.newest(incidentId, step);
        if (newest.filter(entry -> entry.state() == CommandState.PLANNED).isEmpty()) {
            int next = newest.map(entry -> entry.command().epoch() + 1).orElse(1);
            outbox.enqueue(incidentId, step, next, Map.of(), Priority.SETTINGS);
        }
    }

    /** Owes it again to every open case whose provider did not answer then. */
    @Scheduled(fixedDelayString = "${remediation.process.reconcile-every:5m}", initialDelayString = "60s")
    public void sweep() {
        attestations.byHandUnread().stream()
                .filter(this::isSettled)
                .forEach(id -> transaction.executeWithoutResult(status -> request(id)));
    }

    private boolean isSettled(String incidentId) {
        return outbox.newest(incidentId, MailboxSteps.RECONCILE)
                .filter(entry -> !entry.state().isSettled())
                .isEmpty();
    }
}
