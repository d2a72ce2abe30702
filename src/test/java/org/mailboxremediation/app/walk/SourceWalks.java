package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The message that led to the compromise: traced, judged, and its sender blocked if a person says so. */
abstract class SourceWalks extends Walk {

    static final String JUDGE = "UserTask_JudgeSource";
    static final String CONFIRM = "UserTask_ConfirmBlock";

    static Journey given(String returnPath, String peer) {
        return Steps.message(report("UNFAMILIAR_MAIL"), returnPath, peer);
    }

    @Test
    void aSourceIsBlockedAndItsMailRefused() {
        Journey walk = given("attacker@evil.example", "203.0.113.66").submit(JUDGE, Map.of("wasSource", "yes"));
        List<String> entries = walk.choices(CONFIRM, "blockChoices");
        assertThat(entries).hasSize(2);
        assertThat(walk.refused(CONFIRM, Map.of("entries", entries))).contains("must say why");
        walk.submit(CONFIRM, Map.of("entries", entries, "reason", "it was the phishing mail"));
        Steps.toTheEndAfterTracing(Steps.cleanScan(walk));
        assertThat(walk.incident().path("blocks"))
                .hasSize(2)
                .allMatch(b -> b.path("state").asText().equals("IN_FORCE"));
        assertThat(walk.mailbox().answersTo("attacker@evil.example")).startsWith("554 5.7.1");
        assertThat(walk.mailbox().answersTo("friend@outside.example")).startsWith("250");
    }

    @Test
    void aBlockForOneMailboxHoldsThereOnlyAndCanBeUndone() {
        Journey walk = given("once@evil.example", "203.0.113.70").submit(JUDGE, Map.of("wasSource", "yes"));
        walk.submit(
                CONFIRM,
                Map.of(
                        "entries",
                        walk.choices(CONFIRM, "blockChoices"),
                        "level",
                        "MAILBOX",
                        "reason",
                        "it was the phishing mail"));
        Steps.toTheEndAfterTracing(Steps.cleanScan(walk));
        assertThat(walk.mailbox().answersTo("once@evil.example")).contains("Blocked by this recipient");
        assertThat(freshMailbox().answersTo("once@evil.example")).startsWith("250");

        walk.incident()
                .path("blocks")
                .forEach(block -> walk.api()
                        .send("DELETE", "/api/blocks/" + block.path("id").asText() + "?reason=mistaken", null, null));
        until(() -> walk.mailbox().answersTo("once@evil.example").startsWith("250"), "mail from there again");
    }

    @Test
    void anAddressTheListCannotSayIsBlockedByHand() {
        Journey walk = given("six@evil.example", "2001:db8::66").submit(JUDGE, Map.of("wasSource", "yes"));
        walk.submit(CONFIRM, Map.of("entries", walk.choices(CONFIRM, "blockChoices"), "reason", "it was the source"));
        walk.submit("UserTask_BlockSenderByHand", Map.of("answer", "DONE", "reason", "added at the firewall"));
        Steps.toTheEndAfterTracing(Steps.cleanScan(walk));
        assertThat(walk.incident().path("blocks"))
                .hasSize(2)
                .allMatch(b -> b.path("state").asText().equals("IN_FORCE"));
    }

    @Test
    void aMessageThatWasNotTheSourceBlocksNothing() {
        Journey walk = given("sender@evil.example", "203.0.113.67").submit(JUDGE, Map.of("wasSource", "unknown"));
        Steps.toTheEndAfterTracing(Steps.cleanScan(walk));
        assertThat(walk.incident().path("blocks")).isEmpty();
        assertThat(walk.mailbox().answersTo("sender@evil.example")).startsWith("250");
    }

    @Test
    void aPersonMayBlockNothing() {
        Journey walk = given("relay@evil.example", "203.0.113.68").submit(JUDGE, Map.of("wasSource", "yes"));
        walk.submit(CONFIRM, Map.of("entries", List.of()));
        Steps.toTheEndAfterTracing(Steps.cleanScan(walk));
        assertThat(walk.mailbox().answersTo("relay@evil.example")).startsWith("250");
    }

    @Test
    void anEntryTheProviderDoesNotTakeIsBlockedByHand() {
        Journey walk = given("odd/name@evil.example", "203.0.113.69").submit(JUDGE, Map.of("wasSource", "yes"));
        walk.submit(CONFIRM, Map.of("entries", walk.choices(CONFIRM, "blockChoices"), "reason", "it was the source"));
        walk.submit("UserTask_BlockSenderByHand", Map.of("answer", "DONE", "reason", "added in the Control Panel"));
        Steps.toTheEndAfterTracing(Steps.cleanScan(walk));
    }
}
