package org.mailboxremediation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailboxremediation.CaseDatabase;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** What the database refuses by itself, whatever the statements that write to it forget. */
@Tag(DatabaseKind.TAG)
final class UniqueFactsTest {

    private static final String INCIDENT =
            "insert into incident (id, mailbox, open_mailbox, status, severity, lock_out,"
                    + " access_before, reporter_user, reporter_name, reporter_role, reported_at)"
                    + " values (%s, 'alice@example.com', %s, 'OPEN', 'LOW', 'x', 'OPEN', 'x', 'x', 'USER', current_timestamp)";

    private final CaseDatabase database = new CaseDatabase();
    private final Race race = new Race();

    @BeforeEach
    void openACase() {
        write(INCIDENT.formatted("'case'", "null")
                .replace("reported_at)", "reported_at, closed_at)")
                .replace("current_timestamp)", "current_timestamp, current_timestamp)"));
        write(
                "insert into password_change (id, incident_id, epoch, cause, blocks, requested_at, verification, verified_by)"
                        + " values ('change', 'case', 1, 'REPORTED', true, current_timestamp, 'PENDING', '[]')");
    }

    @AfterEach
    void close() {
        race.close();
        database.close();
    }

    /** Each is written twice, and only the id differs. */
    static Stream<Arguments> onceOnly() {
        return Stream.of(
                once("an open case of a mailbox", INCIDENT.formatted(":id", "'alice@example.com'")),
                once("a chain of a case", "insert into chain_head (hash, case_id, sequence) values (:id, 'case', 0)"),
                once(
                        "an event at its place in the chain",
                        "insert into case_event (hash, case_id, sequence, at, actor, type, payload, previous)"
                                + " values (:id, 'case', 1, 'x', 'x', 'X', '{}', 'x')"),
                once(
                        "a command of a step and epoch",
                        "insert into outbox_command (id, case_id, step, epoch, payload, priority, state, details, attempts,"
                                + " created_at, not_before, claimed_until) values (:id, 'case', 'STEP', 1, '{}', 1, 'PLANNED',"
                                + " '{}', 0, current_timestamp, current_timestamp, current_timestamp)"),
                once(
                        "a change of an epoch",
                        "insert into password_change (id, incident_id, epoch, cause, blocks, requested_at, verification,"
                                + " verified_by) values (:id, 'case', 2, 'REPORTED', true, current_timestamp, 'PENDING', '[]')"),
                once(
                        "a sealed password of a change",
                        "insert into sealed_credential (id, incident_id, change_id, mailbox, key_id, sealed_at, expires_at,"
                                + " nonce, cipher_text) values (:id, 'case', 'change', 'x', 'x', current_timestamp,"
                                + " current_timestamp, cast('x' as bytea), cast('x' as bytea))"),
                once(
                        "a notice of a kind to a recipient",
                        "insert into notice (id, incident_id, recipient, kind, channel, status, queued_at)"
                                + " values (:id, 'case', 'x', 'x', 'x', 'x', current_timestamp)"),
                once(
                        "a block of an entry",
                        "insert into block_entry (id, incident_id, entry, kind, level, state, proposed_at)"
                                + " values (:id, 'case', 'x', 'x', 'x', 'x', current_timestamp)"),
                once(
                        "an attestation of an event",
                        "insert into attestation (id, incident_id, kind, subject, answer, actor, at, position)"
                                + " values (:id, 'case', 'x', 'x', 'x', 'x', current_timestamp, 7)"),
                once(
                        "a change of access of an event",
                        "insert into access_change (id, incident_id, access, cause, at, position)"
                                + " values (:id, 'case', 'x', 'x', current_timestamp, 7)"));
    }

    private static Arguments once(String what, String sql) {
        return Arguments.of(what, sql);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onceOnly")
    void isThereOnceHoweverTwoTransactionsRace(String what, String sql) {
        Future<Integer> second = database.inTransaction(() -> {
            write(sql, "one");
            return race.held(() -> database.inTransaction(() -> write(sql, "other")));
        });

        assertThat(Race.end(second).thrown()).as(what).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void closedCaseHoldsNoMailbox() {
        assertThatThrownBy(() -> write("update incident set open_mailbox = mailbox where id = 'case'"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> write("update incident set closed_at = null where id = 'case'"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> write(
                        "update incident set closed_at = null, open_mailbox = 'bob@example.com' where id = 'case'"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void shownPasswordIsNotThereAnyMore() {
        write(
                "insert into sealed_credential (id, incident_id, change_id, mailbox, key_id, sealed_at, expires_at, nonce,"
                        + " cipher_text) values ('sealed', 'case', 'change', 'x', 'x', current_timestamp, current_timestamp,"
                        + " cast('x' as bytea), cast('x' as bytea))");

        assertThatThrownBy(() -> write("update sealed_credential set revealed_at = current_timestamp"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> write("update sealed_credential set destroyed_at = current_timestamp"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> write("update sealed_credential set destroyed_at = current_timestamp, nonce = null"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(write(
                        "update sealed_credential set revealed_at = current_timestamp, destroyed_at = current_timestamp,"
                                + " nonce = null, cipher_text = null"))
                .isEqualTo(1);
    }

    private int write(String sql) {
        return database.jdbc.sql(sql).update();
    }

    private int write(String sql, String id) {
        return database.jdbc.sql(sql).param("id", id).update();
    }
}
