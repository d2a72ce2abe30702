package org.mailboxremediation.process;

import org.mailboxremediation.mailbox.MailboxSteps;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.stereotype.Component;

/** Looks at the gate again after what people did by hand was read: a contradiction shuts it (promise P1). */
@Component
final class ReconciledListener implements OutcomeListener {

    private final CaseChanges changes;

    ReconciledListener(CaseChanges changes) {
        this.changes = changes;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        if (command.step().equals(MailboxSteps.RECONCILE)) {
            changes.factAdded(command.caseId());
        }
        return true;
    }
}
