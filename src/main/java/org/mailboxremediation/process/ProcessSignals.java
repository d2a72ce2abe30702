package org.mailboxremediation.process;

import java.util.List;
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
    private final WaitingExecutions waiting;
    private final Incidents incidents;

    ProcessSignals(RuntimeService runtime, WaitingExecutions waiting, Incidents incidents) {
        this.runtime = runtime;
        this.waiting = waiting;
        this.incidents = incidents;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        return Step.named(command.step())
                .map(step -> told(step, command) || nobodyWillWait(command))
                .orElse(true);
    }

    /** All that wait for it, for two branches of a case may; within the case, for a search through all costs too much. */
    private boolean told(Step step, Command command) {
        return !incidents.awaitsProcess(command.caseId()) && correlate(step, command);
    }

    private boolean correlate(Step step, Command command) {
        List<String> executions = waiting.of(step, command);
        executions.forEach(execution -> runtime.messageEventReceived(step.message(), execution));
        return !executions.isEmpty();
    }

    private boolean nobodyWillWait(Command command) {
        return incidents.find(command.caseId()).map(i -> !i.status().isOpen()).orElse(true);
    }
}
