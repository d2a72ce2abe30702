package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Settled;
import org.mailboxremediation.restore.ChangeWords;
import org.mailboxremediation.restore.Refusal;
import org.mailboxremediation.restore.VoidRule;

/** What a person did by hand, read once the provider answers again. */
final class ReconcileTest {

    private static final Secret PERSONS = Secret.of("A-persons-own-9");

    private final MailboxFixture mailbox = new MailboxFixture();
    private final Incident incident = mailbox.open();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void agreesWithWhatAPersonDid() {
        PasswordChange change = givenUp();
        inTheControlPanel(PERSONS, false);
        attested(change, true);

        assertThat(reconcile()).isEqualTo("AGREES");
        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.VERIFIED);
        assertThat(mailbox.now(change).verifiedBy())
                .contains("attested", "api:enabled=false", "imap:old-refused", "smtp:old-refused");
        assertThat(mailbox.cases.attestations.byHandUnread()).isEmpty();
        assertThat(refusals()).doesNotContain(Refusal.LOCK_OUT_UNVERIFIED);
    }

    @Test
    void opensTheQuestionAgainWhereABlockIsNotThere() {
        PasswordChange change = givenUp();
        inTheControlPanel(PERSONS, true);
        attested(change, true);
        assertThat(refusals()).doesNotContain(Refusal.LOCK_OUT_UNVERIFIED);

        assertThat(reconcile()).isEqualTo("NOT_BLOCKED");
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.OPEN);
        assertThat(refusals()).contains(Refusal.LOCK_OUT_UNVERIFIED);
        word(AttestationKind.LOCK_OUT, change.id(), "OLD_REFUSED");
        assertThat(refusals()).doesNotContain(Refusal.LOCK_OUT_UNVERIFIED);
    }

    @Test
    void makesANewChangeDueWhereTheOldPasswordStillLetsIn() {
        PasswordChange change = givenUp();
        mailbox.provider.setEnabled(ALICE, true);
        attested(change, false);

        assertThat(reconcile()).isEqualTo("STILL_LETS_IN");
        assertThat(VoidRule.changeDue(mailbox.restore.reader.of(incident.id()))).contains(ChangeCause.NEW_SYMPTOM);
        assertThat(refusals()).contains(Refusal.LOCK_OUT_UNVERIFIED, Refusal.CHANGE_DUE);
    }

    @Test
    void waitsForTheProviderAndThenReads() {
        PasswordChange change = givenUp();
        inTheControlPanel(PERSONS, false);
        attested(change, true);
        mailbox.provider.before = call -> {
            throw new ProviderFailure.Unavailable("away", Duration.ofSeconds(1));
        };

        assertThat(settle(MailboxSteps.RECONCILE).outcome().state()).isEqualTo(State.NEEDS_PERSON);
        assertThat(mailbox.cases.attestations.byHandUnread()).containsExactly(incident.id());
        mailbox.provider.before = call -> {};
        assertThat(reconcile()).isEqualTo("AGREES");
    }

    @Test
    void asksNobodyButTheMailServersWhereThereIsNoApi() {
        PasswordChange change = requested();
        mailbox.provider.byHand = true;
        assertThat(mailbox.change(change).outcome().details()).containsEntry("why", "BY_HAND");
        assertThat(mailbox.now(change).credentialId()).isNull();
        mailbox.provider.byHand = false;
        inTheControlPanel(PERSONS, false);
        mailbox.provider.byHand = true;
        attested(change, true);

        assertThat(reconcile()).isEqualTo("AGREES");
        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.UNVERIFIABLE);
        assertThat(mailbox.now(change).verifiedBy()).contains("imap:old-refused", "smtp:old-refused");
    }

    @Test
    void clearsWhatNobodyHasLookedAt() {
        attested(givenUp(), true);
        inTheControlPanel(PERSONS, false);

        assertThat(reconcile()).isEqualTo("AGREES");
        assertThat(settings()).hasSize(3).extracting(MailboxSetting::state).containsOnly(SettingState.CLEARED);
        assertThat(refusals()).doesNotContain(Refusal.SETTINGS_NOT_READ);
    }

    @Test
    void onlyNotesWhatAPersonSaidIsInOrder() {
        attested(givenUp(), true);
        inTheControlPanel(PERSONS, false);
        word(AttestationKind.SETTINGS_READ, "control panel", "read");

        assertThat(reconcile()).isEqualTo("SETTINGS_FOUND");
        assertThat(mailbox.provider.show(ALICE).forwarding()).containsExactly("out@example.net");
        assertThat(refusals()).contains(Refusal.SETTING_OPEN);
    }

    @Test
    void keepsTheMachinesPasswordWhereItsLateWriteIsInForce() {
        PasswordChange change = givenUpWithTheAnswerLost();
        attested(change, true);
        assertThat(reconcile()).isEqualTo("AGREES");
        assertThat(restored(change).outcome().state()).isEqualTo(State.VERIFIED);

        assertThat(byHand(change)).isFalse();
        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.VERIFIED);
        SealedCredential machines =
                mailbox.credentials.credentials.ofChange(change.id()).orElseThrow();
        assertThat(machines.offeredAt()).isNotNull();
        Secret handedOver =
                mailbox.database.inTransaction(() -> mailbox.credentials.credentials.reveal(machines.id(), "admin"));
        assertThat(mailbox.provider.letsIn(ALICE, handedOver)).isTrue();
    }

    @Test
    void destroysTheMachinesPasswordOnceItIsSeenRefused() {
        PasswordChange change = givenUpWithTheAnswerLost();
        inTheControlPanel(PERSONS, false);
        attested(change, true);
        assertThat(reconcile()).isEqualTo("AGREES");
        assertThat(restored(change).outcome().state()).isEqualTo(State.VERIFIED);

        assertThat(byHand(change)).isTrue();
        assertThat(mailbox.credentials
                        .credentials
                        .ofChange(change.id())
                        .orElseThrow()
                        .destroyedWhy())
                .isEqualTo(Destroyed.SUPERSEDED);
        assertThat(mailbox.provider.letsIn(ALICE, PERSONS)).isTrue();
    }

    @Test
    void neverWritesAgainWhatWasGivenUp() {
        PasswordChange change = givenUpWithTheAnswerLost();
        inTheControlPanel(PERSONS, true);
        mailbox.provider.calls.clear();
        mailbox.database.clock.advance(Duration.ofHours(2));
        mailbox.outbox.worker.drain();

        assertThat(mailbox.provider.calls).isEmpty();
        assertThat(mailbox.provider.letsIn(ALICE, PERSONS)).isTrue();
        assertThat(mailbox.now(change).verification()).isNotEqualTo(Verification.VERIFIED);
    }

    private PasswordChange requested() {
        return mailbox.database.inTransaction(
                () -> mailbox.credentials.changes.request(incident.id(), ChangeCause.REPORTED, true));
    }

    /** The provider refused each attempt: nothing was written. */
    private PasswordChange givenUp() {
        PasswordChange change = requested();
        mailbox.provider.before = call -> {
            throw new ProviderFailure.RequestRejected(400);
        };
        assertThat(mailbox.change(change).outcome().state()).isEqualTo(State.NEEDS_PERSON);
        mailbox.provider.before = call -> {};
        return mailbox.now(change);
    }

    /** Each attempt took effect, and no answer came. */
    private PasswordChange givenUpWithTheAnswerLost() {
        PasswordChange change = requested();
        mailbox.provider.after = call -> {
            throw new ProviderFailure.Unavailable("lost", Duration.ofSeconds(1));
        };
        assertThat(mailbox.change(change).outcome().state()).isEqualTo(State.NEEDS_PERSON);
        mailbox.provider.after = call -> {};
        return mailbox.now(change);
    }

    private void inTheControlPanel(Secret password, boolean enabled) {
        mailbox.provider.changePassword(ALICE, password);
        mailbox.provider.setEnabled(ALICE, enabled);
    }

    /** What a completed by-hand task stores. */
    private void attested(PasswordChange change, boolean blocked) {
        word(AttestationKind.LOCK_OUT, change.id(), Attestation.CHANGED_BY_HAND);
        mailbox.database.inTransaction(() -> {
            mailbox.credentials.changes.settle(change.id(), Verification.UNVERIFIABLE, List.of("attested"));
            if (blocked) {
                mailbox.cases.access.record(incident.id(), Access.BLOCKED, "BY_HAND");
            }
        });
    }

    private void word(AttestationKind kind, String subject, String answer) {
        mailbox.database.inTransaction(
                () -> mailbox.cases.attestations.record(incident.id(), kind, subject, answer, "as seen", "admin"));
    }

    private Settled restored(PasswordChange change) {
        mailbox.devices.scan(mailbox.devices.add(incident.id()).id(), false);
        word(AttestationKind.DEVICE_LIST_COMPLETE, "case", Attestation.COMPLETE);
        return mailbox.settle(incident.id(), MailboxSteps.RESTORE_ACCESS, Map.of(MailboxSteps.CHANGE_ID, change.id()));
    }

    private boolean byHand(PasswordChange change) {
        return ChangeWords.of(change, mailbox.cases.attestations.of(incident.id()))
                .byHand()
                .isPresent();
    }

    private String reconcile() {
        settle(MailboxSteps.RECONCILE);
        return mailbox.cases.attestations.of(incident.id()).stream()
                .filter(word -> word.kind() == AttestationKind.RECONCILED)
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .answer();
    }

    private Settled settle(String step) {
        return mailbox.settle(incident.id(), step, Map.of());
    }

    private List<MailboxSetting> settings() {
        return mailbox.cases.settings.of(incident.id());
    }

    private List<Refusal> refusals() {
        return mailbox.restore.guard.decide(incident.id()).refusals();
    }
}
