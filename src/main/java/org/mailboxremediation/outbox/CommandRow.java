package org.mailboxremediation.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a row of {@code outbox_command}. */
@Component
final class CommandRow implements RowMapper<Entry> {

    private final JsonMap json;

    CommandRow(JsonMap json) {
        this.json = json;
    }

    @Override
    public Entry mapRow(ResultSet row, int number) throws SQLException {
        return new Entry(
                command(row),
                CommandState.valueOf(row.getString("state")),
                json.read(row.getString("details")),
                row.getTimestamp("not_before").toInstant(),
                row.getTimestamp("claimed_until").toInstant(),
                Column.instantOrNull(row, "first_failure"),
                Column.instantOrNull(row, "accepted_at"),
                Column.instantOrNull(row, "settled_at"),
                Column.instantOrNull(row, "signalled_at"));
    }

    Command command(ResultSet row) throws SQLException {
        return new Command(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("step"),
                row.getInt("epoch"),
                json.read(row.getString("payload")),
                row.getInt("priority"),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant());
    }
}
