package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Settled;

@Tag(DatabaseKind.TAG)
final class ClearSettingsTest {

    private final MailboxFixture mailbox = new MailboxFixture();
    private final Incident incident = mailbox.open();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void notesAndClearsWhatTheAttackerSetUp() {
        Settled settled = clear();

        assertThat(settled.outcome().state()).isEqualTo(State.VERIFIED);
        assertThat(settings())
                .extracting(MailboxSetting::value)
                .containsExactlyInAnyOrder("out@example.net", "away", "spam@example.net");
        assertThat(settings()).extracting(MailboxSetting::state).containsOnly(SettingState.CLEARED);
        assertThat(mailbox.provider.show(ALICE).forwarding()).isEmpty();
        assertThat(attestations()).containsExactly(AttestationKind.SETTINGS_READ);
    }

    @Test
    void leavesAliasesToAPerson() {
        mailbox.provider.withAlias(MailboxAddress.parse("boss@example.com"), ALICE);

        assertThat(clear().outcome().state()).isEqualTo(State.VERIFIED);
        assertThat(settings())
                .filteredOn(setting -> setting.kind() == SettingKind.ALIAS)
                .singleElement()
                .satisfies(alias -> assertThat(alias.state()).isEqualTo(SettingState.FOUND));
    }

    @Test
    void clearsNothingThatAPersonAccepted() {
        clear();
        mailbox.provider.with(
                ALICE,
                MailboxFixture.OLD,
                new MailboxState(true, "", List.of("desk@example.com"), true, false, ""),
                Optional.empty());
        mailbox.database.inTransaction(() -> {
            MailboxSetting desk =
                    mailbox.cases.settings.found(incident.id(), SettingKind.FORWARDING, "desk@example.com");
            mailbox.cases.settings.accepted(desk.id(), "admin", "A shared desk.");
        });

        assertThat(clear().outcome().state()).isEqualTo(State.VERIFIED);
        assertThat(mailbox.provider.show(ALICE).forwarding()).containsExactly("desk@example.com");
    }

    @Test
    void isRefutedWhenForwardingStays() {
        mailbox.provider.after = call -> {
            if ("clearForwarding".equals(call)) {
                mailbox.provider.with(
                        ALICE,
                        MailboxFixture.OLD,
                        new MailboxState(true, "", List.of("out@example.net"), true, false, ""),
                        Optional.empty());
            }
        };

        Settled settled = clear();

        assertThat(settled.outcome().state()).isEqualTo(State.REFUTED);
        assertThat(settled.outcome().details()).containsEntry("verifiedBy", "api:remains=FORWARDING");
        assertThat(settings())
                .filteredOn(setting -> setting.state() == SettingState.FOUND)
                .extracting(MailboxSetting::kind)
                .containsExactly(SettingKind.FORWARDING);
    }

    @Test
    void losesNothingWhenItIsKilledAfterClearing() {
        mailbox.provider.after = call -> {
            if ("clearSpamForwarding".equals(call)) {
                mailbox.provider.after = next -> {};
                throw new IllegalStateException("killed");
            }
        };

        assertThat(clear().outcome().state()).isEqualTo(State.VERIFIED);
        assertThat(settings()).hasSize(3).extracting(MailboxSetting::state).containsOnly(SettingState.CLEARED);
    }

    @Test
    void saysNothingWasReadWhenThereIsNoSuchMailbox() {
        mailbox.provider.before = call -> {
            throw new ProviderFailure.UnknownMailbox();
        };

        assertThat(clear().outcome().state()).isEqualTo(State.NEEDS_PERSON);
        assertThat(attestations()).isEmpty();
    }

    private Settled clear() {
        return mailbox.settle(incident.id(), MailboxSteps.CLEAR_SETTINGS, Map.of());
    }

    private List<MailboxSetting> settings() {
        return mailbox.cases.settings.of(incident.id());
    }

    private List<AttestationKind> attestations() {
        return mailbox.cases.attestations.of(incident.id()).stream()
                .map(Attestation::kind)
                .toList();
    }
}
