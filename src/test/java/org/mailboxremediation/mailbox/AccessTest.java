package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessChange;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Settled;

@Tag(DatabaseKind.TAG)
final class AccessTest {

    private static final LoginResult REFUSED = new LoginResult(Answer.REFUSED, Answer.REFUSED);

    private final MailboxFixture mailbox = new MailboxFixture();
    private final Incident incident = mailbox.open();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void blocksAndSeesThatTheKnownPasswordIsRefused() {
        Settled settled = block();

        assertThat(settled.outcome().details())
                .containsEntry("verifiedBy", "api:enabled=false,imap:old-refused,smtp:old-refused");
        assertThat(mailbox.cases.access.of(incident.id()))
                .extracting(AccessChange::access, AccessChange::cause)
                .containsExactly(tuple(Access.BLOCKED, "LATE_FACT"));
    }

    @Test
    void hasNotBlockedWhatStillLetsIn() {
        mailbox.provider.after = call -> {
            if ("setEnabled=false".equals(call)) {
                mailbox.provider.setEnabled(ALICE, true);
            }
        };

        assertThat(block().outcome().state()).isEqualTo(State.REFUTED);
        assertThat(mailbox.cases.access.of(incident.id())).isEmpty();
    }

    @Test
    void restoresAccessAndProvesTheNewPassword() {
        PasswordChange change = readyToRestore();

        assertThat(restore(change).outcome())
                .isEqualTo(Outcome.of(
                        State.VERIFIED, Map.of("verifiedBy", "api:enabled=true,imap:new-accepted,smtp:new-accepted")));
        assertThat(mailbox.cases.access.restoredAt(incident.id())).isPresent();
    }

    @Test
    void restoresNothingThatTheGuardRefuses() {
        PasswordChange change = changed();

        assertThat(restore(change).outcome()).isEqualTo(Outcome.of(State.REFUTED, Map.of("why", "GUARD")));
        assertThat(mailbox.provider.show(ALICE).enabled()).isFalse();
        assertThat(mailbox.provider.calls).doesNotContain("setEnabled=true");
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.BLOCKED);
    }

    @Test
    void blocksAgainAndCallsAPersonWhenTheLoginFails() {
        PasswordChange change = readyToRestore();
        mailbox.provider.hearing = truth -> REFUSED;

        assertThat(restore(change).outcome()).isEqualTo(Outcome.of(State.NEEDS_PERSON, Map.of("why", "LOGIN_FAILED")));
        assertThat(mailbox.provider.show(ALICE).enabled()).isFalse();
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.BLOCKED);
    }

    @Test
    void readsBackOnlyWhenThePasswordWasRevealed() {
        PasswordChange change = readyToRestore();
        String credential = mailbox.credentials
                .credentials
                .ofChange(change.id())
                .orElseThrow()
                .id();
        mailbox.database.inTransaction(() -> mailbox.credentials.credentials.reveal(credential, "admin"));

        assertThat(restore(change).outcome())
                .isEqualTo(Outcome.of(State.VERIFIED, Map.of("verifiedBy", "api:enabled=true")));
    }

    @Test
    void restoresWithAPersonToSaySoWhenNoLoginCanBeTried() {
        PasswordChange change = readyToRestore();
        mailbox.provider.hearing = truth -> LoginResult.UNKNOWN;

        assertThat(restore(change).outcome().state()).isEqualTo(State.UNVERIFIABLE);
        assertThat(mailbox.cases.access.current(incident)).isEqualTo(Access.OPEN);
    }

    @Test
    void blocksAgainWhenTheGateShutsBetweenTwoAttempts() {
        PasswordChange change = readyToRestore();
        mailbox.provider.after = call -> {
            mailbox.provider.after = next -> {};
            mailbox.devices.add(incident.id());
            throw new ProviderFailure.Unavailable("the answer got lost", Duration.ZERO);
        };

        assertThat(restore(change).outcome().details()).containsEntry("why", "GUARD");
        assertThat(mailbox.provider.show(ALICE).enabled()).isFalse();
    }

    private Settled block() {
        return mailbox.settle(incident.id(), MailboxSteps.BLOCK_ACCESS, Map.of(MailboxSteps.CAUSE, "LATE_FACT"));
    }

    private Settled restore(PasswordChange change) {
        return mailbox.settle(incident.id(), MailboxSteps.RESTORE_ACCESS, Map.of(MailboxSteps.CHANGE_ID, change.id()));
    }

    private PasswordChange changed() {
        PasswordChange change = mailbox.database.inTransaction(
                () -> mailbox.credentials.changes.request(incident.id(), ChangeCause.REPORTED, true));
        mailbox.change(change);
        return change;
    }

    private PasswordChange readyToRestore() {
        PasswordChange change = changed();
        mailbox.settle(incident.id(), MailboxSteps.CLEAR_SETTINGS, Map.of());
        Device laptop = mailbox.devices.add(incident.id());
        mailbox.devices.scan(laptop.id(), false);
        mailbox.database.inTransaction(() -> mailbox.cases.attestations.record(
                incident.id(), AttestationKind.DEVICE_LIST_COMPLETE, incident.id(), "complete", null, "admin"));
        assertThat(mailbox.restore.guard.decide(incident.id()).reasons()).isEmpty();
        return change;
    }
}
