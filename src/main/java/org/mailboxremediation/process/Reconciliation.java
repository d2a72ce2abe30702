package org.mailboxremediation.process;

import java.util.Map;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.mailbox.MailboxSteps;
import org.mailboxremediation.outbox.CommandState;
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
        int next = outbox.nextEpoch(incidentId, step);
        boolean owed = outbox.findByKey(incidentId, step, next - 1)
                .filter(entry -> entry.state() == CommandState.PLANNED)
                .isPresent();
        outbox.enqueue(incidentId, step, owed ? next - 1 : next, Map.of(), Priority.SETTINGS);
    }

    /** Owes it again to every open case whose provider did not answer then. */
    @Scheduled(fixedDelayString = "${remediation.process.reconcile-every:5m}", initialDelayString = "60s")
    public void sweep() {
        attestations.byHandUnread().stream()
                .filter(this::isSettled)
                .forEach(id -> transaction.executeWithoutResult(status -> request(id)));
    }

    private boolean isSettled(String incidentId) {
        String step = MailboxSteps.RECONCILE;
        return outbox.findByKey(incidentId, step, outbox.nextEpoch(incidentId, step) - 1)
                .filter(entry -> !entry.state().isSettled())
                .isEmpty();
    }
}
