package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.AccessNow;
import org.springframework.stereotype.Component;

/** Is the mailbox blocked? */
@Component
public final class AccessBlockedGateway {

    private final AccessNow access;

    AccessBlockedGateway(AccessNow access) {
        this.access = access;
    }

    /** Whether the block was read back or attested. */
    public boolean yes(DelegateExecution execution) {
        return access.blocked(execution.getProcessBusinessKey());
    }
}
