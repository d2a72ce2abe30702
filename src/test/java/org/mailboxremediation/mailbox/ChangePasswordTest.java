package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Settled;

@Tag(DatabaseKind.TAG)
final class ChangePasswordTest {

    private final MailboxFixture mailbox = new MailboxFixture();
    private final Incident incident = mailbox.open();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void isVerifiedByTheLoginsOfAnOpenMailbox() {
        PasswordChange change = request(false);
        Settled settled = mailbox.change(change);

        assertThat(settled.outcome().state()).isEqualTo(State.VERIFIED);
        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.VERIFIED);
        assertThat(mailbox.now(change).verifiedBy())
                .containsExactly("imap:new-accepted", "smtp:new-accepted", "imap:old-refused", "smtp:old-refused");
        assertThat(mailbox.now(change).setAt()).isEqualTo(CaseDatabase.START);
        assertThat(mailbox.credentials
                        .credentials
                        .ofChange(change.id())
                        .orElseThrow()
                        .offeredAt())
                .isNotNull();
        assertThat(mailbox.provider.calls).containsExactly("changePassword");
        assertThat(mailbox.cases.access.of(incident.id())).isEmpty();
    }

    @Test
    void isVerifiedByReadingBackABlockedMailbox() {
        PasswordChange change = request(true);
        mailbox.change(change);

        assertThat(mailbox.now(change).verifiedBy())
                .containsExactly(
                        "api:enabled=false",
                        "imap:new-refused",
                        "smtp:new-refused",
                        "imap:old-refused",
                        "smtp:old-refused");
        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.VERIFIED);
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.BLOCKED);
        assertThat(mailbox.provider.calls).containsExactly("changePasswordAndBlock", "show");
    }

    @Test
    void isRefutedWhenTheOldPasswordStaysGoodAndNotBeforeThreeTries() {
        mailbox.provider.hearing = truth -> new LoginResult(Answer.ACCEPTED, Answer.ACCEPTED);
        PasswordChange change = request(false);
        mailbox.change(change);

        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.REFUTED);
        assertThat(mailbox.now(change).verifiedBy()).contains("imap:old-accepted");
        assertThat(mailbox.provider.calls).hasSize(3);
        assertThat(mailbox.credentials
                        .credentials
                        .ofChange(change.id())
                        .orElseThrow()
                        .offeredAt())
                .isNull();
    }

    @Test
    void convergesWhenTheProviderAppliesLate() {
        mailbox.provider.hearing =
                truth -> mailbox.provider.calls.size() < 2 ? new LoginResult(Answer.REFUSED, Answer.REFUSED) : truth;
        PasswordChange change = request(false);

        assertThat(mailbox.change(change).outcome().state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void isRefutedWhenTheMailboxStaysEnabled() {
        mailbox.provider.after = call -> {
            if ("changePasswordAndBlock".equals(call)) {
                mailbox.provider.setEnabled(ALICE, true);
            }
        };
        PasswordChange change = request(true);

        assertThat(mailbox.change(change).outcome().state()).isEqualTo(State.REFUTED);
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.OPEN);
    }

    @Test
    void isUnverifiableWhenNoLoginCanBeTried() {
        mailbox.provider.hearing = truth -> LoginResult.UNKNOWN;
        PasswordChange change = request(true);
        mailbox.change(change);

        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.UNVERIFIABLE);
        assertThat(mailbox.now(change).verifiedBy()).containsExactly("api:enabled=false");
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.BLOCKED);
        assertThat(mailbox.credentials
                        .credentials
                        .ofChange(change.id())
                        .orElseThrow()
                        .offeredAt())
                .isNull();
    }

    @Test
    void setsTheSamePasswordAgainAfterAnAnswerThatGotLost() {
        PasswordChange change = request(false);
        mailbox.provider.after = call -> {
            mailbox.provider.after = next -> {};
            throw new ProviderFailure.Unavailable("lost", Duration.ZERO);
        };
        assertThat(mailbox.change(change).outcome().state()).isEqualTo(State.VERIFIED);

        assertThat(mailbox.provider.calls).containsExactly("changePassword", "changePassword");
        assertThat(mailbox.credentials.credentials.of(incident.id())).hasSize(1);
        Secret sealed = mailbox.credentials.credentials.unseal(change.id()).orElseThrow();
        assertThat(mailbox.provider.letsIn(ALICE, sealed)).isTrue();
        // The first attempt took effect: in use since then, not since the answer that was heard.
        assertThat(mailbox.now(change).setAt()).isEqualTo(CaseDatabase.START);
    }

    @Test
    void anInfectionThatEndsWhileTheProviderAnswersVoidsThePassword() {
        PasswordChange change = request(false);
        mailbox.provider.after = call -> mailbox.database.clock.advance(Duration.ofSeconds(9));
        mailbox.change(change);
        assertThat(mailbox.now(change).setAt()).isEqualTo(CaseDatabase.START);
    }

    @Test
    void leavesNoPasswordThatNobodyKnowsWhenItIsKilledAtAnyPoint() {
        PasswordChange change = request(true);
        mailbox.provider.before = call -> {
            throw new IllegalStateException("killed before the call");
        };
        owe(change);
        mailbox.outbox.worker.drain();
        assertThat(mailbox.credentials.credentials.unseal(change.id())).isPresent();

        mailbox.provider.before = call -> {};
        mailbox.provider.after = call -> {
            mailbox.provider.after = next -> {};
            throw new IllegalStateException("killed after the call");
        };
        mailbox.database.clock.advance(Duration.ofMinutes(1));
        mailbox.outbox.worker.drain();
        mailbox.database.clock.advance(Duration.ofMinutes(1));
        mailbox.outbox.worker.drain();

        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.VERIFIED);
        Secret sealed = mailbox.credentials.credentials.unseal(change.id()).orElseThrow();
        mailbox.provider.setEnabled(ALICE, true);
        assertThat(mailbox.provider.letsIn(ALICE, sealed)).isTrue();
    }

    @Test
    void callsAPersonWhenTheProviderKnowsNoSuchMailbox() {
        mailbox.provider.before = call -> {
            throw new ProviderFailure.UnknownMailbox();
        };
        PasswordChange change = request(true);

        assertThat(mailbox.change(change).outcome())
                .isEqualTo(Outcome.of(State.NEEDS_PERSON, Map.of("why", "UNKNOWN_MAILBOX")));
        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.REFUTED);
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.OPEN);
    }

    @Test
    void callsAPersonWhenTheProviderStaysAway() {
        mailbox.provider.before = call -> {
            throw new ProviderFailure.Unavailable("down", Duration.ZERO);
        };

        assertThat(mailbox.change(request(true)).outcome())
                .isEqualTo(Outcome.of(State.NEEDS_PERSON, Map.of("why", "UNAVAILABLE")));
    }

    @Test
    void checksTheSecondChangeAgainstTheFirstAndTakesItsPlace() {
        PasswordChange first = request(true);
        mailbox.change(first);
        PasswordChange second = request(false);
        mailbox.change(second);

        assertThat(mailbox.now(second).verification()).isEqualTo(Verification.VERIFIED);
        assertThat(mailbox.now(second).verifiedBy())
                .startsWith("api:enabled=false")
                .contains("imap:old-refused");
        assertThat(mailbox.credentials
                        .credentials
                        .ofChange(first.id())
                        .orElseThrow()
                        .destroyedWhy())
                .isEqualTo(Destroyed.SUPERSEDED);
    }

    @Test
    void callsAPersonWhenTheSealedPasswordIsGone() {
        PasswordChange change = request(false);
        mailbox.credentials.seal(change, Secret.of("Sealed-But-Expired-7"));
        mailbox.database.clock.advance(Duration.ofHours(25));

        assertThat(mailbox.change(change).outcome().details()).containsEntry("why", "SEAL_GONE");
        assertThat(mailbox.provider.calls).isEmpty();
    }

    @Test
    void isVerifiedWithoutTheOldPasswordWhereItIsNotKnown() {
        try (MailboxFixture production = new MailboxFixture(unknown -> Optional.empty())) {
            Incident opened = production.open();
            PasswordChange change = production.database.inTransaction(
                    () -> production.credentials.changes.request(opened.id(), ChangeCause.REPORTED, false));

            assertThat(production.change(change).outcome().state()).isEqualTo(State.VERIFIED);
            assertThat(production.now(change).verifiedBy()).containsExactly("imap:new-accepted", "smtp:new-accepted");
        }
    }

    @Test
    void mayHaveBeenInUseSinceItWasFirstSentAndNotSinceItWasSealed() {
        PasswordChange change = request(false);
        mailbox.credentials.seal(change, mailbox.credentials.generator.generate(ALICE, ""));
        mailbox.database.clock.advance(Duration.ofHours(2));
        mailbox.change(mailbox.now(change));

        assertThat(mailbox.now(change).verification()).isEqualTo(Verification.VERIFIED);
        assertThat(mailbox.now(change).setAt()).isEqualTo(CaseDatabase.START.plus(Duration.ofHours(2)));
    }

    @Test
    void owesTheClearingOfSettingsOnceItIsVerified() {
        mailbox.change(request(false));

        assertThat(mailbox.outbox.outbox.newest(incident.id(), MailboxSteps.CLEAR_SETTINGS))
                .isPresent();
    }

    @Test
    void owesNoClearingWhereItIsNotVerified() {
        mailbox.provider.hearing = truth -> LoginResult.UNKNOWN;
        Settled settled = mailbox.change(request(false));

        assertThat(settled.outcome().state()).isEqualTo(State.UNVERIFIABLE);
        assertThat(mailbox.outbox.outbox.newest(incident.id(), MailboxSteps.CLEAR_SETTINGS))
                .isEmpty();
    }

    private PasswordChange request(boolean blocks) {
        return mailbox.database.inTransaction(
                () -> mailbox.credentials.changes.request(incident.id(), ChangeCause.REPORTED, blocks));
    }

    private void owe(PasswordChange change) {
        mailbox.outbox.owe(incident.id(), MailboxSteps.CHANGE_PASSWORD, Map.of(MailboxSteps.CHANGE_ID, change.id()));
    }
}
