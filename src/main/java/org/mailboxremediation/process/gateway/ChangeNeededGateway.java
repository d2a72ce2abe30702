package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.LockOuts;
import org.springframework.stereotype.Component;

/** Does step 1 run, or is blocking enough? */
@Component
public final class ChangeNeededGateway {

    private final LockOuts lockOuts;

    ChangeNeededGateway(LockOuts lockOuts) {
        this.lockOuts = lockOuts;
    }

    /** Whether the newest password stands and only access must be shut. */
    public boolean no(DelegateExecution execution) {
        return !lockOuts.changeNeeded(execution.getProcessBusinessKey());
    }
}
