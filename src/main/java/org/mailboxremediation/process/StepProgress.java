package org.mailboxremediation.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Incident;
import org.springframework.stereotype.Component;

/** How far the five steps of a case have come, read from the engine's history. */
@Component
public final class StepProgress {

    private final HistoryService history;

    StepProgress(HistoryService history) {
        this.history = history;
    }

    /**
     * The five steps in the article's order, of the case's newest process: a reopened case goes through them again. Step 1
     * is under way from the report on, before any process has started.
     */
    public List<StepState> of(Incident incident) {
        List<Passage> passages = passages(incident.id());
        boolean open = incident.status().isOpen();
        return ProcedureStep.ALL.stream()
                .map(step -> StepState.of(step, passages, open))
                .map(state -> state.number() == 1 ? state.begunBy(incident.reportedAt(), open) : state)
                .toList();
    }

    private List<Passage> passages(String incidentId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(incidentId)
                .processDefinitionKey("SecureMailboxProcess")
                .list()
                .stream()
                .max(Comparator.comparing(HistoricProcessInstance::getStartTime))
                .map(process -> Stream.concat(activities(process.getId()), lessons(process.getId()))
                        .toList())
                .orElse(List.of());
    }

    private Stream<Passage> activities(String processInstanceId) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(processInstanceId).list().stream()
                .map(StepProgress::passage);
    }

    /** Step 5 waits for steps 3 and 4 inside its own process: it is under way with its task, not before. */
    private Stream<Passage> lessons(String processInstanceId) {
        return history
                .createHistoricTaskInstanceQuery()
                .rootProcessInstanceId(processInstanceId)
                .taskDefinitionKey(ProcedureStep.LESSONS)
                .list()
                .stream()
                .map(StepProgress::passage);
    }

    private static Passage passage(HistoricTaskInstance task) {
        return new Passage(
                task.getTaskDefinitionKey(),
                task.getStartTime().toInstant(),
                instant(task.getEndTime()),
                !TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason()));
    }

    private static Passage passage(HistoricActivityInstance activity) {
        return new Passage(
                activity.getActivityId(),
                activity.getStartTime().toInstant(),
                instant(activity.getEndTime()),
                activity.isCanceled());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
