package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
final class ClaimTableTest {

    private final CaseDatabase database = new CaseDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsDueComesOutOfTheIndexInOrder() {
        boolean postgresql = DatabaseKind.chosen() == DatabaseKind.POSTGRESQL;
        String plan = database.inTransaction(() -> {
            if (postgresql) {
                // An empty table is read from end to end, whatever indexes there are.
                database.jdbc.sql("set local enable_seqscan = off").update();
                database.jdbc.sql("set local enable_bitmapscan = off").update();
            }
            return String.join("\n", plan());
        });

        assertThat(plan).containsIgnoringCase("outbox_command_queue");
        if (postgresql) {
            assertThat(plan).doesNotContain("Sort");
        } else {
            assertThat(plan).containsIgnoringCase("index sorted");
        }
    }

    private List<String> plan() {
        return database.jdbc.sql("""
                        explain select id, priority, created_at from outbox_command
                        where queue = 'STEP' and claimed_until <= current_timestamp
                        order by queue, priority desc, created_at, id
                        limit 72
                        """).query(String.class).list();
    }
}
