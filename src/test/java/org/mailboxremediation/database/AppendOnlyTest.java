package org.mailboxremediation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.EventChain;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL as the README sets it up: one role owns the tables, the application works as another (ADR 21). */
@Tag(DatabaseKind.TAG)
@Tag(DatabaseKind.ONCE)
final class AppendOnlyTest {

    private final TestDatabase database = TestDatabase.empty(DatabaseKind.POSTGRESQL);
    private final JdbcClient superuser = JdbcClient.create(database.dataSource());
    private final DataSource dataSource =
            new DriverManagerDataSource(database.urlFor("application"), "application", "x");
    private final JdbcClient application = JdbcClient.create(dataSource);

    @BeforeEach
    void setUp() {
        for (String statement : List.of(
                "drop role if exists application",
                "drop role if exists owner",
                "create role owner login",
                "create role application login",
                "alter schema public owner to owner",
                "grant create on schema public to application")) {
            superuser.sql(statement).update();
        }
        database.migrate("owner", "application");
        append("IncidentReported");
        append("IncidentClosed");
        superuser
                .sql("insert into chain_checkpoint (case_id, sequence, hash, at, key_id, signature)"
                        + " values ('case-1', 2, 'x', current_timestamp, 'x', 'x')")
                .update();
    }

    @AfterEach
    void close() {
        for (String role : List.of("application", "owner")) {
            superuser.sql("drop owned by " + role + " cascade").update();
            superuser.sql("drop role " + role).update();
        }
        database.close();
    }

    @Test
    void applicationNeitherChangesNorRemovesProof() {
        // PostgreSQL warns that nothing is granted; what follows shows that nothing was.
        application.sql("grant update, delete on case_event to application").update();
        for (String attempt : List.of(
                "update case_event set actor = 'mallory'",
                "update case_event set payload = null, salt = null",
                "delete from case_event",
                "truncate case_event",
                "truncate case_event, chain_head",
                "alter table case_event disable trigger all",
                "alter table case_event disable trigger case_event_append_only",
                "drop trigger case_event_append_only on case_event",
                "create or replace function keep_case_event() returns trigger language plpgsql as 'begin return new; end'",
                "create or replace rule r as on insert to case_event do instead nothing",
                "alter table case_event rename to away",
                "alter table case_event owner to application",
                "drop table case_event",
                "drop schema public cascade",
                "set session_replication_role = replica",
                "set role owner",
                "update chain_checkpoint set hash = 'y'",
                "delete from chain_checkpoint",
                "truncate chain_checkpoint",
                "alter table chain_checkpoint disable trigger all",
                "update verifying_key set pem = 'x'",
                "delete from flyway_schema_history",
                "call purge_payload('case-1', 1)")) {
            assertThat(catchThrowable(() -> application.sql(attempt).update()))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .message()
                    .matches("(?s)ERROR: (must be|permission denied|case_event is append-only|must be able to).*");
        }
        EventChain chain = ChainFixture.chain(dataSource, new JdbcTransactionManager(dataSource), Clock.systemUTC());
        assertThat(chain.of("case-1")).hasSize(2);
        assertThat(chain.check("case-1").intact()).isTrue();
    }

    @Test
    void applicationDoesItsWork() {
        application
                .sql("update chain_checkpoint set published_at = current_timestamp")
                .update();
        application.sql("delete from device_nonce").update();
        application.sql("update incident set note = null").update();
        application.sql("create table engine_table (id int)").update();

        assertThat(application
                        .sql("select count(*) from chain_checkpoint where published_at is not null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void payloadGoesOnlyBehindTheEventThatSaysSo() {
        append("PersonalDataPurged");
        application.sql("call purge_payload('case-1', 1)").update();

        assertThat(payloads()).containsExactly(1, 0, 0);
        assertThatThrownBy(
                        () -> application.sql("call purge_payload('case-1', 3)").update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void evenTheOwnerChangesNothingByMistake() {
        assertThatThrownBy(() -> superuser.sql("delete from case_event").update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    /** 1 where it is gone. */
    private List<Integer> payloads() {
        return superuser
                .sql(
                        "select case when payload is null and salt is null then 1 else 0 end from case_event order by sequence")
                .query(Integer.class)
                .list();
    }

    private void append(String type) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        EventChain chain = ChainFixture.chain(dataSource, transactions, Clock.systemUTC());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> chain.append("case-1", "alice", type, Map.of("note", "personal")));
    }
}
