package org.mailboxremediation.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;
import static org.mailboxremediation.incident.IncidentFixture.BOB;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;

@Tag(DatabaseKind.TAG)
class IncidentsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final Incidents incidents = cases.incidents;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void openedIncidentComesBackWhole() {
        Incident opened = cases.open(ALICE);

        assertThat(incidents.get(opened.id())).isEqualTo(opened);
        assertThat(opened.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(opened.triage()).isEqualTo(Triage.WORST);
        assertThat(opened.symptoms()).containsExactly(Symptom.BOUNCES);
        assertThat(opened.colleagues()).containsExactly("bob@example.com");
        assertThat(opened.reportedAt()).isEqualTo(CaseDatabase.START);
        assertThat(incidents.findOpen(ALICE)).contains(opened);
        assertThat(incidents.findNewest(ALICE)).contains(opened);
    }

    @Test
    void reportIsAnEventWithoutTheNote() {
        Incident opened = cases.open(ALICE);
        CaseEvent event = cases.chain.of(opened.id()).get(0);
        assertThat(event.type()).isEqualTo("IncidentReported");
        assertThat(event.actor()).isEqualTo("carol");
        assertThat(event.payload())
                .containsEntry("mailbox", "alice@example.com")
                .containsKey("noteSha256");
        assertThat(event.payload().toString()).doesNotContain("odd bounces");
    }

    @Test
    void secondOpenIncidentForTheMailboxIsRefused() {
        cases.open(ALICE);
        assertThatThrownBy(() -> cases.open(ALICE))
                .isInstanceOfSatisfying(
                        IncidentAlreadyOpen.class,
                        refused -> assertThat(refused.mailbox()).isEqualTo(ALICE));
        assertThat(incidents.count(IncidentFilter.ALL)).isEqualTo(1);
    }

    @Test
    void mergedReportAddsOnlyWhatIsNew() {
        Incident opened = cases.open(ALICE);
        Instant later = database.clock.advance(Duration.ofMinutes(5));
        Report again = new Report(
                ALICE,
                new Reporter("bob", "Bob", null, ReporterRole.USER),
                Owner.UNKNOWN,
                Set.of(Symptom.BOUNCES, Symptom.PASSWORD_CHANGED),
                Set.of(RiskFactor.WEAK_PASSWORD),
                List.of("bob@example.com", "dave@example.com"),
                "And more.");
        Additions additions = database.inTransaction(() -> incidents.merge(opened.id(), again));

        assertThat(additions)
                .isEqualTo(new Additions(Set.of(Symptom.PASSWORD_CHANGED), Set.of(), List.of("dave@example.com")));
        assertThat(incidents.symptomTimes(opened.id()))
                .isEqualTo(Map.of(Symptom.BOUNCES, CaseDatabase.START, Symptom.PASSWORD_CHANGED, later));
        assertThat(incidents.get(opened.id()).note()).isEqualTo("Saw odd bounces.\n\nAnd more.");
        assertThat(lastEvent(opened)).isEqualTo("ReportMerged");
        assertThat(database.inTransaction(() -> incidents.merge(opened.id(), again))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void closedIncidentTakesNoReportAndLetsTheMailboxHaveAnother() {
        Incident opened = cases.open(ALICE);
        database.inTransaction(() -> incidents.close(opened.id(), IncidentStatus.FALSE_ALARM, "lead"));

        assertThat(incidents.get(opened.id()).closedAt()).isEqualTo(CaseDatabase.START);
        assertThat(incidents.findOpen(ALICE)).isEmpty();
        assertThatThrownBy(
                        () -> database.inTransaction(() -> incidents.merge(opened.id(), IncidentFixture.report(ALICE))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cases.open(ALICE).id()).isNotEqualTo(opened.id());
    }

    @Test
    void openStatusDoesNotClose() {
        Incident opened = cases.open(ALICE);
        assertThatThrownBy(() ->
                        database.inTransaction(() -> incidents.close(opened.id(), IncidentStatus.REOPENED, "lead")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reopenedIncidentKeepsItsFactsAndHasNoProcess() {
        Incident opened = cases.open(ALICE);
        attach(opened, "process-1");
        database.inTransaction(() -> incidents.close(opened.id(), IncidentStatus.CLOSED_RESTORED, "lead"));
        database.inTransaction(() -> incidents.reopen(opened.id(), "lead", "Seen again."));

        Incident reopened = incidents.findOpen(ALICE).orElseThrow();
        assertThat(reopened.id()).isEqualTo(opened.id());
        assertThat(reopened.status()).isEqualTo(IncidentStatus.REOPENED);
        assertThat(reopened.closedAt()).isNull();
        assertThat(reopened.processInstanceId()).isNull();
        assertThat(reopened.symptoms()).isEqualTo(opened.symptoms());
    }

    @Test
    void incidentIsNotReopenedBesideAnotherOpenOne() {
        Incident first = cases.open(ALICE);
        database.inTransaction(() -> incidents.close(first.id(), IncidentStatus.CANCELLED, "lead"));
        cases.open(ALICE);
        assertThatThrownBy(() -> database.inTransaction(() -> incidents.reopen(first.id(), "lead", "again")))
                .isInstanceOf(IncidentAlreadyOpen.class);
        assertThat(incidents.get(first.id()).status()).isEqualTo(IncidentStatus.CANCELLED);
    }

    @Test
    void oneProcessIsAttachedAtMost() {
        Incident opened = cases.open(ALICE);
        database.clock.advance(Duration.ofSeconds(1));
        assertThat(incidents.openWithoutProcess(database.clock.instant(), 10)).containsExactly(opened.id());
        assertThat(attach(opened, "process-1")).isTrue();
        assertThat(attach(opened, "process-2")).isFalse();
        assertThat(incidents.openWithoutProcess(database.clock.instant(), 10)).isEmpty();
        detach(opened, "process-2");
        assertThat(incidents.get(opened.id()).processInstanceId()).isEqualTo("process-1");
        detach(opened, "process-1");
        assertThat(incidents.get(opened.id()).processInstanceId()).isNull();
    }

    private boolean attach(Incident incident, String process) {
        return database.inTransaction(() -> incidents.attachProcess(incident.id(), process));
    }

    private void detach(Incident incident, String process) {
        database.inTransaction(() -> incidents.detachProcess(incident.id(), process));
    }

    @Test
    void onlyADifferentTriageIsAnEvent() {
        Incident opened = cases.open(ALICE);
        Triage milder = new Triage(Severity.LOW, LockOut.CHANGE_PASSWORD);
        database.inTransaction(() -> incidents.triaged(opened.id(), milder, CaseEvent.SYSTEM));
        database.inTransaction(() -> incidents.triaged(opened.id(), milder, CaseEvent.SYSTEM));
        assertThat(incidents.get(opened.id()).triage()).isEqualTo(milder);
        assertThat(cases.chain.of(opened.id())).hasSize(2);
    }

    @Test
    void ownerContactIsStoredAndItsEventHoldsOnlyADigest() {
        Incident opened = cases.open(ALICE);
        Owner owner = new Owner("Alice A.", "+1 555 0199");
        database.inTransaction(() -> incidents.ownerContact(opened.id(), owner, "admin"));
        assertThat(incidents.get(opened.id()).owner()).isEqualTo(owner);
        assertThat(cases.chain.of(opened.id()).get(1).payload().toString()).doesNotContain("0199");
    }

    @Test
    void listIsFilteredNewestFirstAndPaged() {
        Incident alice = cases.open(ALICE);
        database.clock.advance(Duration.ofSeconds(1));
        Incident bob = cases.open(BOB);
        database.inTransaction(() -> incidents.close(alice.id(), IncidentStatus.CANCELLED, "lead"));

        assertThat(incidents.list(IncidentFilter.ALL, 0, 10))
                .extracting(Incident::id)
                .containsExactly(bob.id(), alice.id());
        assertThat(incidents.list(IncidentFilter.ALL, 1, 1))
                .extracting(Incident::id)
                .containsExactly(alice.id());
        assertThat(incidents.list(new IncidentFilter(IncidentStatus.OPEN, null, null), 0, 10))
                .containsExactly(bob);
        assertThat(incidents.count(new IncidentFilter(null, ALICE, "carol"))).isEqualTo(1);
        assertThat(incidents.count(new IncidentFilter(null, null, "bob"))).isZero();
    }

    @Test
    void unknownIncidentIsSaidToBeMissing() {
        assertThatThrownBy(() -> incidents.get("nothing")).isInstanceOf(NoSuchElementException.class);
    }

    private String lastEvent(Incident incident) {
        List<CaseEvent> events = cases.chain.of(incident.id());
        return events.get(events.size() - 1).type();
    }
}
