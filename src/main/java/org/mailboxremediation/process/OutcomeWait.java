package org.mailboxremediation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.outbox.Outbox;
import org.springframework.stereotype.Component;

/**
 * Ties a waiting process to the command it waits for. The receive task must follow in the same transaction: then no
 * outcome can come before somebody listens (DESIGN §3).
 */
@Component
public final class OutcomeWait {

    /** The process variable that names the command; set by delegates only. */
    public static final String COMMAND_ID = "commandId";

    private final EventChain events;
    private final Outbox outbox;

    OutcomeWait(EventChain events, Outbox outbox) {
        this.events = events;
        this.outbox = outbox;
    }

    /** Makes the process wait for that command, also where it has long been settled; under the case's lock. */
    public void awaitOutcome(DelegateExecution execution, String commandId) {
        String incidentId = execution.getProcessBusinessKey();
        events.lock(incidentId);
        execution.setVariable(COMMAND_ID, commandId);
        outbox.expect(incidentId, commandId);
    }
}
