package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** May access come back? The restore guard decides (promise P1). */
@Component
public final class RestoreAllowedGateway {

    private final RestoreGuard guard;

    RestoreAllowedGateway(RestoreGuard guard) {
        this.guard = guard;
    }

    /** Whether the guard allows it now. */
    public boolean yes(DelegateExecution execution) {
        return guard.decide(execution.getProcessBusinessKey()).allowed();
    }
}
