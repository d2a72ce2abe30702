package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;

final class ClaimTableTest {

    private final CaseDatabase database = new CaseDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsDueComesOutOfTheIndexInOrder() {
        String plan = database.jdbc.sql("""
                        explain select id, priority, created_at from outbox_command
                        where queue = 'STEP' and claimed_until <= current_timestamp
                        order by queue, priority desc, created_at, id
                        limit 72
                        """).query(String.class).single();

        assertThat(plan).containsIgnoringCase("outbox_command_queue").containsIgnoringCase("index sorted");
    }
}
