package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.CaseEnding;
import org.springframework.stereotype.Component;

/** Is the case still secure after all steps? */
@Component
public final class StillSecureGateway {

    private final CaseEnding ending;

    StillSecureGateway(CaseEnding ending) {
        this.ending = ending;
    }

    /** Whether the gate is open and the owner has the newest password, or the mailbox stays disabled on purpose. */
    public boolean yes(DelegateExecution execution) {
        return ending.secured(execution.getProcessBusinessKey());
    }
}
