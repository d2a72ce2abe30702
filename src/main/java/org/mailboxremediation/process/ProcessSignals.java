package org.mailboxremediation.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.mailboxremediation.incident.Incident;
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
        Optional<Step> step = Step.named(command.step());
        Optional<Incident> incident = incidents.find(command.caseId());
        return step.isEmpty() || incident.isEmpty() || told(step.get(), command, incident.get());
    }

    @Override
    public Set<String> deaf(Set<String> caseIds) {
        return incidents.awaitProcess(caseIds);
    }

    /** Done also where nobody will wait any more. */
    private boolean told(Step step, Command command, Incident incident) {
        boolean heard = !incident.awaitsProcess() && correlate(step, command);
        return heard || !incident.status().isOpen();
    }

    /** All that wait for it, for two branches of a case may; within the case, for a search through all costs too much. */
    private boolean correlate(Step step, Command command) {
        List<String> executions = waiting.of(step, command);
        executions.forEach(execution -> runtime.messageEventReceived(step.message(), execution));
        return !executions.isEmpty();
    }
}
