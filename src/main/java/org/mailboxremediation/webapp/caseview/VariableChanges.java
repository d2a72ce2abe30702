package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Every change of a process variable in a case. No variable holds a secret (promise P5): ids, verdicts and answers only. */
@Component
final class VariableChanges {

    private static final String USER = "(select max(done.USER_ID_) from ACT_HI_OP_LOG done"
            + " where done.OPERATION_ID_ = h.OPERATION_ID_"
            + " and done.ROOT_PROC_INST_ID_ = h.ROOT_PROC_INST_ID_) as CHANGED_BY_";
    private static final CaseRows.Rows ROWS = new CaseRows.Rows(
            "h.*, " + VariableValue.COLUMN + ", " + USER,
            "ACT_HI_DETAIL h" + VariableValue.JOIN,
            "h.TYPE_ = 'VariableUpdate'",
            "h.TIME_, h.SEQUENCE_COUNTER_, h.ID_");

    private final CaseRows rows;

    VariableChanges(CaseRows rows) {
        this.rows = rows;
    }

    Page<VariableChange> of(String incidentId, PageQuery query) {
        return rows.page(incidentId, ROWS, query, (row, n) -> change(row));
    }

    private static VariableChange change(ResultSet row) throws SQLException {
        return new VariableChange(
                CaseRows.instant(row, "TIME_"),
                row.getString("PROC_INST_ID_"),
                row.getString("PROC_DEF_KEY_"),
                ForeignText.cut(row.getString("NAME_")),
                Objects.requireNonNullElse(row.getString("VAR_TYPE_"), "null"),
                VariableValue.of(row),
                row.getInt("REV_"),
                row.getString("TASK_ID_") != null,
                row.getString("CHANGED_BY_"));
    }
}
