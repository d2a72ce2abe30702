package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.CaseEnding;
import org.mailboxremediation.process.Ending;
import org.springframework.stereotype.Component;

/** What did two people decide about the ending? */
@Component
public final class EndingGateway {

    private final CaseEnding ending;

    EndingGateway(CaseEnding ending) {
        this.ending = ending;
    }

    /** Whether the case ends with access given back through the gate. */
    public boolean giveAccessBack(DelegateExecution execution) {
        return ending.decided(execution.getProcessBusinessKey())
                .filter(Ending::givesAccessBack)
                .isPresent();
    }

    /** Whether the case ends with the mailbox blocked. */
    public boolean keepBlocked(DelegateExecution execution) {
        return ending.decided(execution.getProcessBusinessKey())
                .filter(Ending::keepsBlocked)
                .isPresent();
    }

    /** Whether a closed case is opened again. */
    public boolean reopen(DelegateExecution execution) {
        return ending.decided(execution.getProcessBusinessKey())
                .filter(e -> e == Ending.REOPEN)
                .isPresent();
    }
}
