package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.restore.Refusal;
import org.mailboxremediation.restore.RestoreDecision;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** May access come back? The restore guard decides (promise P1). */
@Component
public final class RestoreAllowedGateway {

    private final RestoreGuard guard;
    private final AccessLog access;

    RestoreAllowedGateway(RestoreGuard guard, AccessLog access) {
        this.guard = guard;
        this.access = access;
    }

    /** Whether the guard allows it now; a refusal is kept as an event. */
    public boolean yes(DelegateExecution execution) {
        String incidentId = execution.getProcessBusinessKey();
        RestoreDecision decision = guard.decide(incidentId);
        if (!decision.allowed()) {
            access.refused(
                    incidentId, decision.refusals().stream().map(Refusal::name).toList());
        }
        return decision.allowed();
    }
}
