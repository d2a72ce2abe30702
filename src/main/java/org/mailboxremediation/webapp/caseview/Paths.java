package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Reads which way a run took through its model. */
@Component
final class Paths {

    static final int MOST_PASSAGES = 20_000;

    private static final String PASSAGES = "select * from ACT_HI_ACTINST where PROC_INST_ID_ = :id"
            + " order by START_TIME_, SEQUENCE_COUNTER_, ID_ limit " + (MOST_PASSAGES + 1);
    private static final String FAILURES = "select coalesce(FAILED_ACTIVITY_ID_, ACTIVITY_ID_) as NODE_"
            + " from ACT_HI_INCIDENT where PROC_INST_ID_ = :id and ACTIVITY_ID_ is not null";

    private final CaseRows rows;
    private final ProcessRuns runs;
    private final RepositoryService repository;
    private final Clock clock;

    Paths(CaseRows rows, ProcessRuns runs, RepositoryService repository, Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.repository = repository;
        this.clock = clock;
    }

    PathTaken of(String incidentId, String processId) {
        ProcessRun run = runs.one(incidentId, processId);
        List<ActivityRun> found = rows.by(PASSAGES, processId, (row, n) -> passage(row));
        boolean whole = found.size() <= MOST_PASSAGES;
        List<ActivityRun> passages = whole ? found : found.subList(0, MOST_PASSAGES);
        return new PathTaken(
                run,
                NodePassages.of(passages, clock.instant()),
                FlowsTaken.of(flows(run.definition()), passages),
                failures(processId),
                whole);
    }

    private Map<String, Integer> failures(String processId) {
        return rows.by(FAILURES, processId, (row, n) -> row.getString("NODE_")).stream()
                .collect(Collectors.toMap(node -> node, node -> 1, Integer::sum));
    }

    private List<FlowsTaken.ModelFlow> flows(String definition) {
        Collection<SequenceFlow> flows =
                repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class);
        return flows.stream()
                .map(flow -> new FlowsTaken.ModelFlow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
    }

    private static ActivityRun passage(ResultSet row) throws SQLException {
        return new ActivityRun(
                row.getString("ACT_ID_"),
                row.getString("ACT_TYPE_"),
                row.getString("PARENT_ACT_INST_ID_"),
                CaseRows.instant(row, "START_TIME_"),
                CaseRows.instantOrNull(row, "END_TIME_"),
                row.getInt("ACT_INST_STATE_") == ActivityInstanceState.CANCELED.getStateCode(),
                row.getString("CALL_PROC_INST_ID_"));
    }
}
