package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.SettingState;

/** What is noted beside the first change. */
final class SnapshotTest {

    private final MailboxFixture mailbox = new MailboxFixture();
    private final Incident incident = mailbox.open();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void notesWhatIsSetAndChangesNothing() {
        settle(MailboxSteps.SNAPSHOT);

        assertThat(settings())
                .extracting(MailboxSetting::value)
                .containsExactlyInAnyOrder("out@example.net", "away", "spam@example.net");
        assertThat(events("SnapshotTaken"))
                .singleElement()
                .extracting(CaseEvent::payload)
                .isEqualTo(Map.of("enabled", "true", "settings", "3"));
        assertThat(mailbox.provider.calls).containsExactly("show", "spamForwarding", "aliasesOf");
    }

    @Test
    void isMissingWhereTheProviderFailsAndIsNotTriedAgain() {
        mailbox.provider.before = call -> {
            throw new ProviderFailure.Unavailable("away", Duration.ofSeconds(1));
        };
        settle(MailboxSteps.SNAPSHOT);

        assertThat(events("SnapshotMissing"))
                .singleElement()
                .extracting(CaseEvent::payload)
                .isEqualTo(Map.of("missing", "UNAVAILABLE"));
        assertThat(mailbox.provider.calls).containsExactly("show");
    }

    @Test
    void isMissingWhereThereIsNoApi() {
        mailbox.provider.byHand = true;
        settle(MailboxSteps.SNAPSHOT);

        assertThat(events("SnapshotMissing"))
                .singleElement()
                .extracting(CaseEvent::payload)
                .isEqualTo(Map.of("missing", "BY_HAND"));
    }

    @Test
    void bringsNothingBackThatWasClearedMeanwhile() {
        mailbox.provider.before = call -> {
            if ("aliasesOf".equals(call)) {
                mailbox.provider.before = next -> {};
                settle(MailboxSteps.CLEAR_SETTINGS);
            }
        };
        settle(MailboxSteps.SNAPSHOT);

        assertThat(settings()).hasSize(3).extracting(MailboxSetting::state).containsOnly(SettingState.CLEARED);
    }

    private void settle(String step) {
        mailbox.settle(incident.id(), step, Map.of());
    }

    private List<MailboxSetting> settings() {
        return mailbox.cases.settings.of(incident.id());
    }

    private List<CaseEvent> events(String type) {
        return mailbox.cases.chain.of(incident.id()).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
