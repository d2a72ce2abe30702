package org.mailboxremediation.process;

import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.stereotype.Component;

/** Tells the waiting process that its command is settled. The facts are already stored: this only moves the token. */
@Component
final class ProcessSignals implements OutcomeListener {

    private final RuntimeService runtime;
    private final Outbox outbox;
    private final Incidents incidents;
    private final EventChain chain;
    private final ConflictRetry retry;

    ProcessSignals(RuntimeService runtime, Outbox outbox, Incidents incidents, EventChain chain, ConflictRetry retry) {
        this.runtime = runtime;
        this.outbox = outbox;
        this.incidents = incidents;
        this.chain = chain;
        this.retry = retry;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        return Step.named(command.step())
                .map(step -> told(step, command) || nobodyWillWait(command))
                .orElse(true);
    }

    /** Looked for where the waiting process is known to be: a search through all of them costs more than all the rest. */
    private boolean told(Step step, Command command) {
        return outbox.waitingProcess(command.id())
                .map(process -> correlate(step, command, m -> m.processInstanceId(process)))
                .orElseGet(() -> !incidents.awaitsProcess(command.caseId())
                        && correlate(step, command, m -> m.processInstanceBusinessKey(command.caseId())));
    }

    /** One after another in a case: two nodes that tell it the same, or two branches that join, would trip each other. */
    private boolean correlate(Step step, Command command, UnaryOperator<MessageCorrelationBuilder> where) {
        return retry.inTransaction(() -> {
            chain.lock(command.caseId());
            return !where.apply(runtime.createMessageCorrelation(step.message()))
                    .processInstanceVariableEquals(OutcomeWait.COMMAND_ID, command.id())
                    .correlateAllWithResult()
                    .isEmpty();
        });
    }

    private boolean nobodyWillWait(Command command) {
        return incidents.find(command.caseId()).map(i -> !i.status().isOpen()).orElse(true);
    }
}
