package org.mailboxremediation.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;
import static org.mailboxremediation.incident.IncidentFixture.BOB;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** Attestations, access and settings. */
@Tag(DatabaseKind.TAG)
class CaseFactsWrittenTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final Incident incident = cases.open(ALICE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoOpensOrClosesACaseHearsSoInTheSameTransaction() {
        List<MailboxAddress> bob = List.of(BOB);
        database.inTransaction(() -> {
            assertThat(cases.incidents.anyOpen(bob)).isFalse();
            Incident opened = cases.incidents.open(IncidentFixture.report(BOB), Triage.WORST, AccessBefore.OPEN);
            assertThat(cases.incidents.anyOpen(bob)).isTrue();
            cases.incidents.close(opened.id(), IncidentStatus.FALSE_ALARM, "admin");
            assertThat(cases.incidents.anyOpen(bob)).isFalse();
            cases.incidents.reopen(opened.id(), "admin", "It was none.");
            assertThat(cases.incidents.anyOpen(bob)).isTrue();
        });
    }

    @Test
    void whatATransactionWritesOfItsCaseItReads() {
        database.inTransaction(() -> {
            cases.chain.lock(incident.id());
            assertThat(cases.attestations.of(incident.id())).isEmpty();
            assertThat(cases.access.of(incident.id())).isEmpty();
            assertThat(cases.settings.of(incident.id())).isEmpty();
            assertThat(cases.incidents.symptomTimes(incident.id())).containsOnlyKeys(Symptom.BOUNCES);

            cases.attestations.record(incident.id(), AttestationKind.SETTINGS_READ, "settings", "read", null, "admin");
            cases.access.record(incident.id(), Access.BLOCKED, "LOCK_OUT");
            MailboxSetting setting = cases.settings.found(incident.id(), SettingKind.FORWARDING, "thief@example.org");
            cases.incidents.merge(incident.id(), IncidentFixture.report(ALICE, Set.of(Symptom.FORWARDING_ADDED)));
            assertThat(cases.attestations.of(incident.id())).hasSize(1);
            assertThat(cases.access.current(incident)).isEqualTo(Access.BLOCKED);
            assertThat(cases.settings.of(incident.id())).containsExactly(setting);
            assertThat(cases.incidents.symptomTimes(incident.id()))
                    .containsOnlyKeys(Symptom.BOUNCES, Symptom.FORWARDING_ADDED);

            cases.settings.cleared(setting.id());
            assertThat(cases.settings.of(incident.id()))
                    .extracting(MailboxSetting::state)
                    .containsExactly(SettingState.CLEARED);
            cases.settings.putBackRequested(setting.id(), "admin", "It is the owner's.");
            assertThat(cases.settings.of(incident.id()))
                    .extracting(MailboxSetting::state)
                    .containsExactly(SettingState.PUTTING_BACK);
        });
    }

    @Test
    void attestationsAreKeptInTheOrderTheyWereGiven() {
        Attestation first = attest("no", null);
        Attestation second = attest("complete", "Asked at the desk.");
        assertThat(cases.attestations.of(incident.id())).containsExactly(first, second);
        assertThat(first.denies()).isTrue();
        assertThat(second.denies()).isFalse();
    }

    @Test
    void attestationsReasonIsCutInItsEvent() {
        attest("complete", "r".repeat(600));
        assertThat(cases.chain.of(incident.id()).get(1).payload()).containsEntry("reason", "r".repeat(500));
    }

    @Test
    void accessFollowsItsNewestChange() {
        assertThat(cases.access.current(incident)).isEqualTo(Access.OPEN);
        assertThat(cases.access.everBlocked(incident)).isFalse();

        change(Access.BLOCKED);
        assertThat(cases.access.current(incident)).isEqualTo(Access.BLOCKED);
        assertThat(cases.access.restoredAt(incident.id())).isEmpty();

        Instant later = database.clock.advance(Duration.ofHours(1));
        change(Access.OPEN);
        assertThat(cases.access.current(incident)).isEqualTo(Access.OPEN);
        assertThat(cases.access.everBlocked(incident)).isTrue();
        assertThat(cases.access.restoredAt(incident.id())).contains(later);

        change(Access.BLOCKED);
        assertThat(cases.access.restoredAt(incident.id())).isEmpty();
        assertThat(cases.access.of(incident.id())).hasSize(3);
    }

    @Test
    void mailboxThatWasDisabledBeforeTheCaseIsBlocked() {
        Incident disabled = cases.open(IncidentFixture.report(BOB), AccessBefore.DISABLED);
        assertThat(cases.access.current(disabled)).isEqualTo(Access.BLOCKED);
        assertThat(cases.access.everBlocked(disabled)).isTrue();
    }

    @Test
    void settingFoundAgainIsTheSameUntilItWasCleared() {
        MailboxSetting found = found("thief@example.org");
        assertThat(found("thief@example.org").id()).isEqualTo(found.id());

        database.inTransaction(() -> cases.settings.cleared(found.id()));
        MailboxSetting again = found("thief@example.org");
        assertThat(again.id()).isNotEqualTo(found.id());
        assertThat(cases.settings.of(incident.id())).hasSize(2);
    }

    @Test
    void acceptedSettingStaysAcceptedWhenFoundAgain() {
        MailboxSetting found = found("archive@example.com");
        database.inTransaction(() -> cases.settings.accepted(found.id(), "admin", "The archive."));
        MailboxSetting again = found("archive@example.com");
        assertThat(again.state()).isEqualTo(SettingState.ACCEPTED);
        assertThat(again.decidedBy()).isEqualTo("admin");
        assertThat(again.reason()).isEqualTo("The archive.");
    }

    @Test
    void settingIsAcceptedWithAReasonAndNotAfterItWasCleared() {
        MailboxSetting found = found("thief@example.org");
        assertThatThrownBy(() -> database.inTransaction(() -> cases.settings.accepted(found.id(), "admin", " ")))
                .isInstanceOf(IllegalArgumentException.class);
        database.inTransaction(() -> cases.settings.cleared(found.id()));
        assertThatThrownBy(() -> database.inTransaction(() -> cases.settings.accepted(found.id(), "admin", "Why not.")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void autoReplysTextStaysOutOfItsEvent() {
        database.inTransaction(
                () -> cases.settings.found(incident.id(), SettingKind.AUTO_REPLY, "Pay to this account."));
        assertThat(cases.chain.of(incident.id()).get(1).payload())
                .containsKey("valueSha256")
                .doesNotContainKey("value");
    }

    @Test
    void longAutoReplyIsCutAndStillFoundOnce() {
        String text = "é\0".repeat(5000);
        for (int n = 0; n < 2; n++) {
            database.inTransaction(() -> cases.settings.found(incident.id(), SettingKind.AUTO_REPLY, text));
        }
        assertThat(cases.settings.of(incident.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).hasSize(4000));
    }

    private MailboxSetting found(String value) {
        return database.inTransaction(() -> cases.settings.found(incident.id(), SettingKind.FORWARDING, value));
    }

    private Attestation attest(String answer, @Nullable String reason) {
        return database.inTransaction(() -> cases.attestations.record(
                incident.id(), AttestationKind.DEVICE_LIST_COMPLETE, incident.id(), answer, reason, "admin"));
    }

    private void change(Access access) {
        database.inTransaction(() -> cases.access.record(incident.id(), access, "TEST"));
    }
}
