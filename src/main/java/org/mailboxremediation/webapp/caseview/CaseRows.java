package org.mailboxremediation.webapp.caseview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's history of a case (ADR 0019): the rows below the processes that have the case as their business key and
 * were called by none. Who may read them is settled before.
 */
@Component
final class CaseRows {

    private static final String ROOTS =
            "(select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :case" + " and SUPER_PROCESS_INSTANCE_ID_ is null)";

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which rows of a table are meant.
     *
     * @param columns what is read of each
     * @param table the table, under the name {@code h}
     * @param condition what holds of each beside belonging to the case; {@code true} if nothing does
     * @param order what they are sorted by
     */
    record Rows(String columns, String table, String condition, String order) {

        private String from() {
            return " from " + table + " where h.ROOT_PROC_INST_ID_ in " + ROOTS + " and " + condition;
        }
    }

    <T> Page<T> page(String incidentId, Rows rows, PageQuery query, RowMapper<T> mapper) {
        List<T> items = jdbc.sql("select " + rows.columns() + rows.from() + " order by " + rows.order()
                        + " limit :size offset :offset")
                .param("case", incidentId)
                .param("size", query.size())
                .param("offset", query.offset())
                .query(mapper)
                .list();
        return new Page<>(items, query.page(), query.size(), count(incidentId, rows));
    }

    /** All rows, found by the parameter {@code id} of the condition too. */
    <T> List<T> all(String incidentId, Rows rows, String id, RowMapper<T> mapper) {
        return jdbc.sql("select " + rows.columns() + rows.from() + " order by " + rows.order())
                .param("case", incidentId)
                .param("id", id)
                .query(mapper)
                .list();
    }

    long count(String incidentId, Rows rows) {
        return jdbc.sql("select count(*)" + rows.from())
                .param("case", incidentId)
                .query(Long.class)
                .single();
    }

    /** Rows of any table that are found by one of these ids, for the parameter {@code ids}; none for no ids. */
    <T> List<T> among(String sql, Collection<String> ids, RowMapper<T> mapper) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(sql).param("ids", ids).query(mapper).list();
    }

    /** Rows that are found by the parameter {@code id}. */
    <T> List<T> by(String sql, String id, RowMapper<T> mapper) {
        return jdbc.sql(sql).param("id", id).query(mapper).list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp found = row.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }
}
