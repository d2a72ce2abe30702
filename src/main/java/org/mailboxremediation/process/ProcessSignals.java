package org.mailboxremediation.process;

import org.camunda.bpm.engine.RuntimeService;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.stereotype.Component;

/** Tells the waiting process that its command is settled. The facts are already stored: this only moves the token. */
@Component
final class ProcessSignals implements OutcomeListener {

    private final RuntimeService runtime;
    private final Incidents incidents;
    private final ConflictRetry retry;

    ProcessSignals(RuntimeService runtime, Incidents incidents, ConflictRetry retry) {
        this.runtime = runtime;
        this.incidents = incidents;
        this.retry = retry;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        if (incidents.awaitsProcess(command.caseId())) {
            return false;
        }
        return Step.named(command.step())
                .map(step -> correlate(step, command) || nobodyWillWait(command))
                .orElse(true);
    }

    private boolean correlate(Step step, Command command) {
        return retry.repeat(() -> !runtime.createMessageCorrelation(step.message())
                .processInstanceBusinessKey(command.caseId())
                .processInstanceVariableEquals(OutcomeWait.COMMAND_ID, command.id())
                .correlateAllWithResult()
                .isEmpty());
    }

    private boolean nobodyWillWait(Command command) {
        return incidents.find(command.caseId()).map(i -> !i.status().isOpen()).orElse(true);
    }
}
