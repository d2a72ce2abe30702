package org.mailboxremediation.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settled commands that somebody has yet to be told of. */
@Component
final class SignalTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CommandRow row;

    SignalTable(JdbcClient jdbc, DataSource dataSource, CommandRow row) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
        this.row = row;
    }

    /** Those settled after the cursor and not after {@code upTo}, oldest first. */
    List<Settled> unsignalled(Cursor after, Instant upTo, int atMost) {
        return jdbc
                .sql("""
                        select * from outbox_command
                        where signalled_at is null and settled_at <= :upTo
                            and (settled_at > :at or (settled_at = :at and id > :id))
                        order by settled_at, id
                        limit :most
                        """)
                .param("upTo", Column.time(upTo))
                .param("at", Column.time(after.at()))
                .param("id", after.id())
                .param("most", atMost)
                .query(row)
                .list()
                .stream()
                .flatMap(entry -> entry.settled().stream())
                .toList();
    }

    void signalled(Collection<String> ids, Instant now) {
        Timestamp at = Column.time(now);
        batches.batchUpdate(
                "update outbox_command set signalled_at = ? where id = ? and signalled_at is null",
                ids.stream().map(id -> new Object[] {at, id}).toList());
    }

    /** A place in the order of settling. */
    record Cursor(Instant at, String id) {

        static Cursor before(Instant time) {
            return new Cursor(time, "");
        }

        static Cursor at(Settled settled) {
            return new Cursor(settled.at(), settled.command().id());
        }
    }
}
