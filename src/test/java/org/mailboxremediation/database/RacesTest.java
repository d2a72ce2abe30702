package org.mailboxremediation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentAlreadyOpen;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.LockOut;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;
import org.mailboxremediation.incident.Triage;

/** Two nodes that do the same to one case at the same moment. */
@Tag(DatabaseKind.TAG)
final class RacesTest {

    private static final Secret PASSWORD = Secret.of("Kx7-blue-Harbour");

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture credentials = new CredentialFixture(database);
    private final Race race = new Race();

    @AfterEach
    void close() {
        race.close();
        database.close();
    }

    @RepeatedTest(5)
    void openOneCaseOfAMailbox() {
        List<Race.End<Incident>> ends = race.run(() -> cases.open(IncidentFixture.ALICE));

        assertThat(ends)
                .extracting(Race.End::value)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
        assertThat(ends)
                .extracting(Race.End::thrown)
                .filteredOn(Objects::nonNull)
                .singleElement()
                .isInstanceOf(IncidentAlreadyOpen.class);
    }

    @RepeatedTest(5)
    void reopenOneCaseOfAMailbox() {
        Incident first = closed();
        Incident second = closed();

        List<Race.End<Boolean>> ends = race.run(() -> reopened(first), () -> reopened(second));

        assertThat(ends)
                .extracting(Race.End::thrown)
                .filteredOn(Objects::nonNull)
                .singleElement()
                .isInstanceOf(IncidentAlreadyOpen.class);
    }

    @RepeatedTest(5)
    void startOneProcessOfACase() {
        Incident open = cases.open(IncidentFixture.ALICE);

        assertThat(race.run(() -> attached(open, "process-1"), () -> attached(open, "process-2")))
                .extracting(Race.End::value)
                .containsExactlyInAnyOrder(true, false);
    }

    @RepeatedTest(5)
    void addTheSameReportOnce() {
        Incident open = cases.open(IncidentFixture.ALICE);
        Report report = IncidentFixture.report(IncidentFixture.ALICE, Set.of(Symptom.FORWARDING_ADDED));

        assertThat(race.run(() -> database.inTransaction(() -> cases.incidents.merge(open.id(), report))))
                .extracting(Race.End::thrown)
                .containsOnlyNulls();
        assertThat(cases.incidents.get(open.id()).symptoms())
                .containsExactlyInAnyOrder(Symptom.BOUNCES, Symptom.FORWARDING_ADDED);
    }

    @RepeatedTest(5)
    void askForChangesOfDifferentEpochs() {
        Incident open = cases.open(IncidentFixture.ALICE);

        assertThat(race.run(() -> credentials.request(open.id()).epoch()))
                .extracting(Race.End::value)
                .containsExactlyInAnyOrder(1, 2);
    }

    @RepeatedTest(5)
    void sealOnePasswordOfAChange() {
        PasswordChange change =
                credentials.request(cases.open(IncidentFixture.ALICE).id());

        List<Race.End<String>> ends = race.run(() -> credentials.seal(change, PASSWORD));

        assertThat(ends)
                .extracting(Race.End::value)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
        assertThat(credentials.credentials.of(change.incidentId())).hasSize(1);
    }

    /** The first password is sealed while the procedure starts; on PostgreSQL these two once waited for each other. */
    @Test
    void startAProcessWhileAPasswordIsSealed() {
        Incident open = cases.open(IncidentFixture.ALICE);
        PasswordChange change = credentials.request(open.id());

        Future<String> sealing = database.inTransaction(() -> {
            cases.incidents.attachProcess(open.id(), "process-1");
            Future<String> held = race.held(() -> credentials.seal(change, PASSWORD));
            cases.incidents.triaged(open.id(), new Triage(Severity.LOW, LockOut.CHANGE_PASSWORD), "system");
            return held;
        });

        assertThat(Race.end(sealing).thrown()).isNull();
        assertThat(cases.chain.check(open.id()).intact()).isTrue();
    }

    private Incident closed() {
        Incident incident = cases.open(IncidentFixture.report(IncidentFixture.ALICE), AccessBefore.OPEN);
        database.inTransaction(() -> cases.incidents.close(incident.id(), IncidentStatus.CANCELLED, "lead"));
        return incident;
    }

    private boolean reopened(Incident incident) {
        return database.inTransaction(() -> {
            cases.incidents.reopen(incident.id(), "lead", "seen again");
            return true;
        });
    }

    private boolean attached(Incident incident, String process) {
        return database.inTransaction(() -> cases.incidents.attachProcess(incident.id(), process));
    }
}
