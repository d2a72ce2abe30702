package org.mailboxremediation.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.stereotype.Component;

/** Tells the waiting process that its command is settled. The facts are already stored: this only moves the token. */
@Component
final class ProcessSignals implements OutcomeListener {

    /**
     * From the case down: the engine's own correlation looks among all that wait for the message, which takes longer the
     * more cases are open.
     */
    private static final String WAITING = """
            select waiting.* from ACT_RU_EXECUTION instance
              join ACT_RU_EXECUTION waiting on waiting.PROC_INST_ID_ = instance.ID_
              join ACT_RU_VARIABLE command on command.PROC_INST_ID_ = instance.ID_
                and command.NAME_ = #{variable} and command.TEXT_ = #{command}
              where instance.BUSINESS_KEY_ = #{incident}
                and exists (select 1 from ACT_RU_EVENT_SUBSCR subscription
                  where subscription.EXECUTION_ID_ = waiting.ID_ and subscription.EVENT_NAME_ = #{message})
            """;

    private final RuntimeService runtime;
    private final Incidents incidents;

    ProcessSignals(RuntimeService runtime, Incidents incidents) {
        this.runtime = runtime;
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
        List<Execution> waiting = runtime.createNativeExecutionQuery()
                .sql(WAITING)
                .parameter("incident", command.caseId())
                .parameter("variable", OutcomeWait.COMMAND_ID)
                .parameter("command", command.id())
                .parameter("message", step.message())
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(step.message(), execution.getId()));
        return !waiting.isEmpty();
    }

    private boolean nobodyWillWait(Command command) {
        return incidents.find(command.caseId()).map(i -> !i.status().isOpen()).orElse(true);
    }
}
