package org.mailboxremediation.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code case_event}. */
@Component
final class EventTable {

    private static final String INSERT =
            "insert into case_event (case_id, sequence, at, actor, type, payload, previous, hash, authenticated, salt,"
                    + " payload_digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    EventTable(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    void insert(List<CaseEvent> events) {
        jdbc.batchUpdate(INSERT, events.stream().map(EventTable::row).toList());
    }

    /** On PostgreSQL by the one procedure that may: the application's role cannot change an event itself (ADR 21). */
    void purge(List<CaseEvent> events) {
        boolean byProcedure = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
        jdbc.batchUpdate(
                byProcedure
                        ? "call purge_payload(?, ?)"
                        : "update case_event set payload = null, salt = null where case_id = ? and sequence = ?",
                events.stream()
                        .map(event -> new Object[] {event.caseId(), event.sequence()})
                        .toList());
    }

    List<CaseEvent> of(String caseId) {
        return jdbc.query(
                "select * from case_event where case_id = ? order by sequence", (row, n) -> event(row), caseId);
    }

    private static @Nullable Object[] row(CaseEvent event) {
        EventForm form = event.form();
        return new @Nullable Object[] {
            event.caseId(),
            event.sequence(),
            event.at().toString(),
            event.actor(),
            event.type(),
            CanonicalJson.write(event.payload()),
            event.previous(),
            event.hash(),
            form.authenticated(),
            form.salt(),
            form.payloadDigest()
        };
    }

    private static CaseEvent event(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return new CaseEvent(
                row.getString("case_id"),
                row.getLong("sequence"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("type"),
                payload == null ? Map.of() : CanonicalJson.read(payload),
                row.getString("previous"),
                row.getString("hash"),
                new EventForm(
                        row.getString("authenticated"),
                        row.getString("salt"),
                        row.getString("payload_digest"),
                        payload == null));
    }
}
