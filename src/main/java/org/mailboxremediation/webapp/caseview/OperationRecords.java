package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** What people did in the engine's web applications with a case, as the engine's user operation log has it. */
@Component
final class OperationRecords {

    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "h.*, task.NAME_ as TASK_NAME_",
            "ACT_HI_OP_LOG h left join ACT_HI_TASKINST task on task.ID_ = h.TASK_ID_",
            "true",
            "h.TIMESTAMP_, h.ID_");

    private final CaseRows rows;

    OperationRecords(CaseRows rows) {
        this.rows = rows;
    }

    Page<OperationRecord> of(String incidentId, PageQuery query) {
        return rows.page(incidentId, ROWS, query, (row, n) -> operation(row));
    }

    private static OperationRecord operation(ResultSet row) throws SQLException {
        return new OperationRecord(
                CaseRows.instant(row, "TIMESTAMP_"),
                row.getString("USER_ID_"),
                row.getString("OPERATION_TYPE_"),
                row.getString("ENTITY_TYPE_"),
                row.getString("PROC_DEF_KEY_"),
                ForeignText.cutOrNull(row.getString("TASK_NAME_")),
                row.getString("PROPERTY_"),
                ForeignText.cutOrNull(row.getString("ORG_VALUE_")),
                ForeignText.cutOrNull(row.getString("NEW_VALUE_")));
    }
}
