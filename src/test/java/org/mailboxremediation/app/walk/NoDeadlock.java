package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.AppTest;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the walks before this kept the order of locks: PostgreSQL counts what H2 only resolves. */
abstract class NoDeadlock extends AppTest {

    @Test
    void noTwoTransactionsWaitedForEachOther(@Autowired JdbcClient jdbc) {
        boolean counted = DatabaseKind.chosen() == DatabaseKind.POSTGRESQL;
        String count = counted
                ? "select deadlocks from pg_stat_database where datname = current_database()"
                : "select cast(0 as bigint)";
        assertThat(jdbc.sql(count).query(Long.class).single())
                .as(TestDatabase::complaints)
                .isZero();
    }
}
