package org.mailboxremediation.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;
import static org.mailboxremediation.incident.IncidentFixture.BOB;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.DeviceFixture;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Triage;

/** Each fact shows in the case's row as soon as its transaction has ended. */
@Tag(DatabaseKind.TAG)
final class CaseSummariesTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture credentials = new CredentialFixture(database);
    private final DeviceFixture devices = new DeviceFixture(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aReportedCaseIsThereWithNothingDoneYet() {
        Incident opened = cases.open(ALICE);

        CaseSummary summary = only();
        assertThat(summary.id()).isEqualTo(opened.id());
        assertThat(summary.mailbox()).isEqualTo("alice@example.com");
        assertThat(summary.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(summary.severity()).isEqualTo(opened.severity());
        assertThat(summary.reportedAt()).isEqualTo(opened.reportedAt());
        assertThat(summary.timeToLockOut()).isNull();
        assertThat(summary.timeToRestore()).isNull();
        assertThat(summary.infected()).isFalse();
        assertThat(summary.workers()).isEmpty();
    }

    @Test
    void theFirstVerifiedChangeIsTheLockOut() {
        String id = cases.open(ALICE).id();
        database.clock.advance(Duration.ofSeconds(4));
        credentials.settle(credentials.request(id), Verification.VERIFIED);
        database.clock.advance(Duration.ofHours(1));
        credentials.settle(credentials.request(id), Verification.VERIFIED);

        assertThat(only().timeToLockOut()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aRefutedChangeIsNone() {
        String id = cases.open(ALICE).id();
        credentials.settle(credentials.request(id), Verification.REFUTED);

        assertThat(only().timeToLockOut()).isNull();
    }

    @Test
    void theLastReturnOfAccessIsTheRestore() {
        String id = cases.open(ALICE).id();
        access(id, Access.BLOCKED);
        database.clock.advance(Duration.ofHours(5));
        access(id, Access.OPEN);
        assertThat(only().timeToRestore()).isEqualTo(Duration.ofHours(5));

        access(id, Access.BLOCKED);
        assertThat(only().timeToRestore()).isNull();

        database.clock.advance(Duration.ofHours(2));
        access(id, Access.OPEN);
        assertThat(only().timeToRestore()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void malwareStaysKnownAfterTheCleanScan() {
        String id = cases.open(ALICE).id();
        String device = devices.add(id).id();
        devices.scan(device, true);
        database.clock.advance(Duration.ofHours(1));
        devices.scan(device, false);

        assertThat(only().infected()).isTrue();
        assertThat(only().workers()).containsExactly("admin");
    }

    @Test
    void endingAndReopeningShow() {
        String id = cases.open(ALICE).id();
        database.clock.advance(Duration.ofDays(1));
        database.inTransaction(() -> cases.incidents.close(id, IncidentStatus.CLOSED_RESTORED, "lead"));
        assertThat(only().closedAt()).isEqualTo(CaseDatabase.START.plus(Duration.ofDays(1)));
        assertThat(only().status()).isEqualTo(IncidentStatus.CLOSED_RESTORED);
        assertThat(only().workers()).containsExactly("lead");

        database.inTransaction(() -> cases.incidents.reopen(id, "admin", "It was not over."));
        assertThat(only().closedAt()).isNull();
        assertThat(only().workers()).containsExactly("admin", "lead");
    }

    @Test
    void whatIsRolledBackNeverShows() {
        database.transaction.executeWithoutResult(status -> {
            cases.incidents.open(IncidentFixture.report(ALICE), Triage.WORST, AccessBefore.OPEN);
            status.setRollbackOnly();
        });

        assertThat(all()).isEmpty();
    }

    @Test
    void casesFromBeforeThereWereSummariesGetTheSame() {
        String id = cases.open(ALICE).id();
        cases.open(BOB);
        devices.scan(devices.add(id).id(), true);
        credentials.settle(credentials.request(id), Verification.VERIFIED);
        List<CaseSummary> before = all();
        List.of("case_summary", "case_worker", "case_mailbox_part")
                .forEach(table -> database.jdbc.sql("delete from " + table).update());

        SummaryFixture.remaking(database).fill();

        assertThat(all()).isEqualTo(before).hasSize(2);
        SummaryFilter alice = new SummaryFilter("alice", null, null, Set.of(), null, "admin", true);
        assertThat(SummaryFixture.search(database).count(alice, 10)).isEqualTo(1);
    }

    @Test
    void aMailboxTakenOutOfTheFactsIsGoneOnceTheSummaryIsRemade() {
        String id = cases.open(ALICE).id();
        database.inTransaction(() -> cases.incidents.close(id, IncidentStatus.CANCELLED, "lead"));
        database.jdbc
                .sql("update incident set mailbox = 'purged-1@example.com'")
                .update();

        database.inTransaction(() -> SummaryFixture.remaking(database).remake(id));

        assertThat(only().mailbox()).isEqualTo("purged-1@example.com");
        SummaryFilter alice = new SummaryFilter("alice", null, null, Set.of(), null, null, null);
        assertThat(SummaryFixture.search(database).count(alice, 10)).isZero();
    }

    private void access(String id, Access access) {
        database.inTransaction(() -> cases.access.record(id, access, "TEST"));
    }

    private CaseSummary only() {
        List<CaseSummary> found = all();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<CaseSummary> all() {
        return SummaryFixture.search(database)
                .list(SummaryFilter.ALL, new SummaryOrder(SummaryOrder.Column.MAILBOX, false), 0, 100);
    }
}
