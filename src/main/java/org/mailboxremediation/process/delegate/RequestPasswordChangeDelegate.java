package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.LockOuts;
import org.mailboxremediation.process.OutcomeWait;
import org.springframework.stereotype.Component;

/** Asks for the password change the case is owed, and waits for its outcome (article step 1). */
@Component
final class RequestPasswordChangeDelegate implements JavaDelegate {

    private final LockOuts lockOuts;
    private final OutcomeWait wait;

    RequestPasswordChangeDelegate(LockOuts lockOuts, OutcomeWait wait) {
        this.lockOuts = lockOuts;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        wait.awaitOutcome(execution, lockOuts.request(execution.getProcessBusinessKey()));
    }
}
