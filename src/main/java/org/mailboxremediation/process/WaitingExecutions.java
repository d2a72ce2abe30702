package org.mailboxremediation.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.springframework.stereotype.Component;

/** Finds what of a case's processes waits for the outcome of a command. */
@Component
final class WaitingExecutions {

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

    WaitingExecutions(RuntimeService runtime, Incidents incidents) {
        this.runtime = runtime;
        this.incidents = incidents;
    }

    /** The ids of the executions that wait, also of those that the engine's command under way has not written yet. */
    List<String> of(Step step, Command command) {
        Set<String> waiting = new LinkedHashSet<>(unwritten(step, command));
        if (!beginsNow(command.caseId())) {
            written(step, command).map(Execution::getId).forEach(waiting::add);
        }
        return List.copyOf(waiting);
    }

    /** Whether the case's process was made by the engine's command under way: nothing of it is written yet. */
    private boolean beginsNow(String incidentId) {
        CommandContext context = Context.getCommandContext();
        String process =
                incidents.find(incidentId).map(Incident::processInstanceId).orElse(null);
        return context != null
                && process != null
                && Optional.ofNullable(context.getDbEntityManager()
                                .getDbEntityCache()
                                .getCachedEntity(ExecutionEntity.class, process))
                        .map(cached -> cached.getEntityState() == DbEntityState.TRANSIENT)
                        .orElse(false);
    }

    private Stream<Execution> written(Step step, Command command) {
        return runtime
                .createNativeExecutionQuery()
                .sql(WAITING)
                .parameter("incident", command.caseId())
                .parameter("variable", OutcomeWait.COMMAND_ID)
                .parameter("command", command.id())
                .parameter("message", step.message())
                .list()
                .stream();
    }

    private static List<String> unwritten(Step step, Command command) {
        CommandContext context = Context.getCommandContext();
        if (context == null) {
            return List.of();
        }
        return context.getDbEntityManager().getCachedEntitiesByType(EventSubscriptionEntity.class).stream()
                .filter(subscription -> step.message().equals(subscription.getEventName()))
                .map(EventSubscriptionEntity::getExecution)
                .filter(execution -> listens(execution, step) && isFor(execution, command))
                .map(ExecutionEntity::getId)
                .toList();
    }

    /** The cache also holds what has been received already. */
    private static boolean listens(ExecutionEntity execution, Step step) {
        return execution.getEventSubscriptionsInternal().stream()
                .anyMatch(subscription -> step.message().equals(subscription.getEventName()));
    }

    private static boolean isFor(ExecutionEntity execution, Command command) {
        return command.caseId().equals(execution.getProcessBusinessKey())
                && command.id().equals(execution.getVariable(OutcomeWait.COMMAND_ID));
    }
}
