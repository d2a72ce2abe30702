package org.mailboxremediation.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
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
                .map(process -> activities(process.getId()))
                .orElse(List.of());
    }

    private List<Passage> activities(String processInstanceId) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(processInstanceId).list().stream()
                .map(StepProgress::passage)
                .toList();
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
