package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.camunda.bpm.engine.history.JobState;
import org.springframework.stereotype.Component;

/** Failed attempts at the engine's jobs, and the incidents that the engine made of them. */
@Component
final class FailureRecords {

    private static final CaseRows.Rows JOBS = new CaseRows.Rows(
            "h.*", "ACT_HI_JOB_LOG h", "h.JOB_STATE_ = " + JobState.FAILED.getStateCode(), "h.TIMESTAMP_, h.ID_");
    private static final CaseRows.Rows INCIDENTS =
            new CaseRows.Rows("h.*", "ACT_HI_INCIDENT h", "true", "h.CREATE_TIME_, h.ID_");

    private final CaseRows rows;

    FailureRecords(CaseRows rows) {
        this.rows = rows;
    }

    Page<FailureRecord> jobs(String incidentId, PageQuery query) {
        return rows.page(incidentId, JOBS, query, (row, n) -> job(row));
    }

    Page<FailureRecord> incidents(String incidentId, PageQuery query) {
        return rows.page(incidentId, INCIDENTS, query, (row, n) -> incident(row));
    }

    private static FailureRecord job(ResultSet row) throws SQLException {
        return new FailureRecord(
                CaseRows.instant(row, "TIMESTAMP_"),
                "JOB",
                row.getString("PROCESS_DEF_KEY_"),
                row.getString("ACT_ID_"),
                ForeignText.cutOrNull(row.getString("JOB_EXCEPTION_MSG_")),
                row.getInt("JOB_RETRIES_"),
                null);
    }

    private static FailureRecord incident(ResultSet row) throws SQLException {
        return new FailureRecord(
                CaseRows.instant(row, "CREATE_TIME_"),
                row.getString("INCIDENT_TYPE_"),
                row.getString("PROC_DEF_KEY_"),
                row.getString("ACTIVITY_ID_"),
                ForeignText.cutOrNull(row.getString("INCIDENT_MSG_")),
                null,
                CaseRows.instantOrNull(row, "END_TIME_"));
    }
}
