package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.process.task.UserTaskListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The user tasks of a case: who had them, when, and what they entered. */
@Component
final class TaskRecords {

    private static final CaseRows.Rows ROWS =
            new CaseRows.Rows("h.*", "ACT_HI_TASKINST h", "true", "h.START_TIME_, h.ID_");
    private static final String STEPS = "select distinct TASK_ID_, TIMESTAMP_, USER_ID_, OPERATION_TYPE_"
            + " from ACT_HI_OP_LOG where TASK_ID_ in (:ids) and USER_ID_ is not null order by TIMESTAMP_";
    private static final String ABOUT =
            "select TASK_ID_, TEXT_ from ACT_HI_DETAIL where TASK_ID_ in (:ids) and NAME_ = '" + UserTaskListener.ABOUT
                    + "' and TYPE_ = 'VariableUpdate' and TEXT_ is not null";
    /** A form's values are variables of the process; what the form shows is the task's own. A task's passage has one form. */
    private static final String ENTERED = "select h.*, " + VariableValue.COLUMN + " from ACT_HI_DETAIL h"
            + VariableValue.JOIN + " where h.ACT_INST_ID_ in (:ids) and h.TYPE_ = 'VariableUpdate'"
            + " and h.TASK_ID_ is null and h.OPERATION_ID_ is not null and h.VAR_TYPE_ <> 'null'"
            + " order by h.SEQUENCE_COUNTER_";

    private final CaseRows rows;

    TaskRecords(CaseRows rows) {
        this.rows = rows;
    }

    /** A page of the case's tasks, in the order in which they were created. */
    Page<TaskRecord> of(String incidentId, PageQuery query) {
        Page<Found> found = rows.page(incidentId, ROWS, query, (row, n) -> found(row));
        List<String> tasks = found.items().stream().map(Found::id).toList();
        List<String> passages = found.items().stream()
                .map(Found::passage)
                .filter(Objects::nonNull)
                .toList();
        Map<String, List<TaskRecord.Step>> steps = grouped(STEPS, tasks, "TASK_ID_", TaskRecords::step);
        Map<String, List<String>> about = grouped(ABOUT, tasks, "TASK_ID_", row -> row.getString("TEXT_"));
        Map<String, List<TaskRecord.Entry>> entered = grouped(ENTERED, passages, "ACT_INST_ID_", TaskRecords::entry);
        List<TaskRecord> records = found.items().stream()
                .map(task -> task.record(
                        about.getOrDefault(task.id(), List.of()),
                        steps.getOrDefault(task.id(), List.of()),
                        entered.getOrDefault(task.passage(), List.of())))
                .toList();
        return new Page<>(records, found.page(), found.size(), found.total());
    }

    private record Found(String id, @Nullable String passage, TaskRecord bare) {

        TaskRecord record(List<String> about, List<TaskRecord.Step> steps, List<TaskRecord.Entry> entered) {
            return new TaskRecord(
                    id,
                    bare.key(),
                    bare.name(),
                    bare.process(),
                    about.isEmpty() ? null : ForeignText.cut(about.get(0)),
                    bare.assignee(),
                    bare.created(),
                    bare.due(),
                    bare.ended(),
                    bare.end(),
                    steps,
                    entered);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        TaskRecord bare = new TaskRecord(
                row.getString("ID_"),
                row.getString("TASK_DEF_KEY_"),
                Objects.requireNonNullElse(row.getString("NAME_"), row.getString("TASK_DEF_KEY_")),
                row.getString("PROC_INST_ID_"),
                null,
                row.getString("ASSIGNEE_"),
                CaseRows.instant(row, "START_TIME_"),
                CaseRows.instantOrNull(row, "DUE_DATE_"),
                CaseRows.instantOrNull(row, "END_TIME_"),
                ForeignText.cutOrNull(row.getString("DELETE_REASON_")),
                List.of(),
                List.of());
        return new Found(bare.id(), row.getString("ACT_INST_ID_"), bare);
    }

    private static TaskRecord.Step step(ResultSet row) throws SQLException {
        return new TaskRecord.Step(
                CaseRows.instant(row, "TIMESTAMP_"), row.getString("USER_ID_"), row.getString("OPERATION_TYPE_"));
    }

    private static TaskRecord.Entry entry(ResultSet row) throws SQLException {
        return new TaskRecord.Entry(row.getString("NAME_"), VariableValue.of(row));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> grouped(String sql, List<String> ids, String key, Reading<T> reading) {
        RowMapper<Map.Entry<String, T>> mapper = (row, n) -> Map.entry(row.getString(key), reading.of(row));
        Map<String, List<T>> groups = new HashMap<>();
        rows.among(sql, ids, mapper)
                .forEach(entry -> groups.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return groups;
    }
}
