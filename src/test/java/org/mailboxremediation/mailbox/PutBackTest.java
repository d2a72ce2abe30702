package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.incident.IncidentFixture.ALICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;

/** One cleared setting after the other comes back, on a person's word. */
final class PutBackTest {

    private final MailboxFixture mailbox = new MailboxFixture();
    private final Incident incident = mailbox.open();

    @BeforeEach
    void clear() {
        mailbox.settle(incident.id(), MailboxSteps.CLEAR_SETTINGS, Map.of());
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void putsEachKindBackAsItWas() {
        for (SettingKind kind : List.of(SettingKind.FORWARDING, SettingKind.AUTO_REPLY, SettingKind.SPAM_FORWARDING)) {
            assertThat(putBack(kind).state()).isEqualTo(State.VERIFIED);
            assertThat(setting(kind).state()).isEqualTo(SettingState.ACCEPTED);
            assertThat(setting(kind).decidedBy()).isEqualTo("admin");
        }
        MailboxState shown = mailbox.provider.show(ALICE);
        assertThat(shown.forwarding()).containsExactly("out@example.net");
        assertThat(shown.saveForwarded()).isTrue();
        assertThat(shown.autoReplyText()).isEqualTo("away");
        assertThat(mailbox.provider.spamForwarding(ALICE)).contains("spam@example.net");
    }

    @Test
    void leavesOtherForwardsAndClearsOnlyThose() {
        mailbox.provider.setForwarding(ALICE, List.of("new@example.net"));

        assertThat(putBack(SettingKind.FORWARDING).state()).isEqualTo(State.VERIFIED);
        assertThat(mailbox.provider.show(ALICE).forwarding()).containsExactly("new@example.net", "out@example.net");
        clear();
        assertThat(mailbox.provider.show(ALICE).forwarding()).containsExactly("out@example.net");
    }

    @Test
    void overwritesNoAutoReplyThatIsOnNow() {
        mailbox.provider.setAutoReply(ALICE, "On holiday");

        assertThat(putBack(SettingKind.AUTO_REPLY).details()).containsEntry("verifiedBy", "api:occupied");
        assertThat(mailbox.provider.show(ALICE).autoReplyText()).isEqualTo("On holiday");
        assertThat(setting(SettingKind.AUTO_REPLY).state()).isEqualTo(SettingState.CLEARED);
    }

    @Test
    void staysClearedWhereTheProviderDoesNotTakeIt() {
        mailbox.provider.after = call -> {
            if ("setSpamForwarding".equals(call)) {
                mailbox.provider.clearSpamForwarding(ALICE);
            }
        };

        assertThat(putBack(SettingKind.SPAM_FORWARDING).state()).isEqualTo(State.REFUTED);
        assertThat(setting(SettingKind.SPAM_FORWARDING).state()).isEqualTo(SettingState.CLEARED);
        assertThat(mailbox.cases.chain.of(incident.id()))
                .anyMatch(event -> event.type().equals("SettingPutBackFailed"));
    }

    @Test
    void isRepeatedSafelyAfterAKill() {
        mailbox.provider.after = call -> {
            mailbox.provider.after = next -> {};
            throw new IllegalStateException("killed");
        };

        assertThat(putBack(SettingKind.FORWARDING).state()).isEqualTo(State.VERIFIED);
        assertThat(mailbox.provider.calls).containsOnlyOnce("setForwarding");
    }

    private Outcome putBack(SettingKind kind) {
        String id = setting(kind).id();
        boolean wanted = mailbox.database.inTransaction(
                () -> mailbox.cases.settings.putBackRequested(id, "admin", "The owner asked for it."));
        assertThat(wanted).isTrue();
        return mailbox.settle(incident.id(), MailboxSteps.PUT_BACK_SETTING, Map.of(MailboxSteps.SETTING_ID, id))
                .outcome();
    }

    private MailboxSetting setting(SettingKind kind) {
        return mailbox.cases.settings.of(incident.id()).stream()
                .filter(setting -> setting.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
