package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.AccessNow;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** Did access come back? */
@Component
public final class AccessRestoredGateway {

    private final AccessNow access;
    private final RestoreGuard guard;

    AccessRestoredGateway(AccessNow access, RestoreGuard guard) {
        this.access = access;
        this.guard = guard;
    }

    /** Whether access was restored and checked, or attested. */
    public boolean yes(DelegateExecution execution) {
        return !access.blocked(execution.getProcessBusinessKey());
    }

    /** Whether the guard has closed in the meantime. */
    public boolean guardRefused(DelegateExecution execution) {
        return access.blocked(execution.getProcessBusinessKey())
                && !guard.decide(execution.getProcessBusinessKey()).allowed();
    }
}
