package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mailboxremediation.process.CaseChanges;
import org.springframework.stereotype.Component;

/** Looks at the gate again once a later fact has been dealt with: what waited for a person may wait no longer. */
@Component
final class AskGateAgainListener implements ExecutionListener {

    private final CaseChanges changes;

    AskGateAgainListener(CaseChanges changes) {
        this.changes = changes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        changes.askGateAgain(execution.getProcessBusinessKey());
    }
}
