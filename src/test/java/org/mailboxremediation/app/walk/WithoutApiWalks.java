package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.ProviderSwitch;
import org.mailboxremediation.app.ProviderSwitch.Mode;
import org.mailboxremediation.app.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole procedure by hand: with no API at all, and with one that is away and comes back. */
abstract class WithoutApiWalks extends Walk {

    private static final String CHANGE = "UserTask_ChangePasswordByHand";
    private static final String RESTORE = "UserTask_RestoreAccessByHand";
    private static final String BY_HAND = "By-hand-5-a-walk";

    @Autowired
    private ProviderSwitch provider;

    @AfterEach
    void bringBack() {
        provider.set(Mode.THERE);
    }

    private Journey reported(Mode mode, String symptom) {
        provider.set(mode);
        Journey walk = Journey.open(
                people(), freshMailbox(), Map.of("symptoms", List.of(symptom), "devices", List.of(laptop())));
        walk.task(CHANGE);
        return walk;
    }

    private static void inTheControlPanel(Journey walk, boolean enabled) {
        walk.mailbox().edit("password", BY_HAND);
        walk.mailbox().edit("enabled", Boolean.toString(enabled));
    }

    private static void restoredByHand(Journey walk) {
        walk.task(RESTORE);
        walk.mailbox().edit("enabled", "true");
        walk.submit(RESTORE, Map.of("answer", "RESTORED", "reason", "restored in the Control Panel"));
    }

    /** Waits for what was read of what a person did. */
    private static void read(Journey walk, String found) {
        until(() -> words(walk).contains("\"answer\":\"" + found + "\""), () -> found + " in " + words(walk));
    }

    private static String words(Journey walk) {
        StringBuilder words = new StringBuilder();
        Tasklist.read(walk.api().get("/api/incidents/" + walk.id() + "/events")).forEach(event -> {
            if (event.path("payload").path("kind").asText().equals("RECONCILED")) {
                words.append(event.path("payload"));
            }
        });
        return words.toString();
    }

    @Test
    void aCaseIsWorkedToItsEndByAnAdministrator() {
        Journey walk = reported(Mode.BY_HAND, "PASSWORD_CHANGED");
        assertThat(walk.shown(CHANGE, "instructions"))
                .contains(walk.mailbox().address(), "Change Password", "YES, BLOCK ACCESS", "WAY 2", "is not open");
        assertThat(walk.shown(CHANGE, "facts")).contains("There is no API here");
        assertThat(walk.refused(CHANGE, Map.of("answer", "CHANGED_BY_OWNER", "reason", "the owner did")))
                .contains("the attacker changed the password");
        assertThat(walk.refused(CHANGE, Map.of("answer", "OLD_REFUSED", "reason", "I think so")))
                .contains("did not set the new password");
        assertThat(walk.refused(CHANGE, changedAt("2099-01-01T00:00:00Z"))).contains("must not be in the future");
        assertThat(walk.refused(CHANGE, changedAt("2001-01-01T00:00:00Z"))).contains("before the case was reported");
        inTheControlPanel(walk, false);
        walk.submit(
                CHANGE, Map.of("answer", "CHANGED_BY_HAND", "reason", "in the Control Panel", "settingsRead", true));
        read(walk, "AGREES");
        assertThat(walk.newestChange("verification")).isEqualTo("UNVERIFIABLE");
        assertThat(walk.access()).isEqualTo("BLOCKED");

        restoredByHand(Steps.cleanScan(walk));
        assertThat(walk.shown(Steps.HAND_OVER, "facts")).contains("hand over what was set there");
        Steps.handedOver(walk);
        Steps.noMessage(Steps.reviewed(walk));
        Steps.educated(walk).ends("CLOSED_RESTORED");
        assertThat(walk.mailbox().accepts(BY_HAND)).isTrue();
    }

    private static Map<String, String> changedAt(String at) {
        return Map.of("answer", "CHANGED_BY_HAND", "reason", "in the Control Panel", "changedAt", at);
    }

    @Test
    void theOwnerChangesItAndWaitsForTheGate() {
        Journey walk = reported(Mode.BY_HAND, "UNFAMILIAR_MAIL");
        assertThat(walk.shown(CHANGE, "instructions")).contains("WAY 2: the owner, in webmail", "Change it Now");
        inTheControlPanel(walk, false);
        walk.submit(CHANGE, Map.of("answer", "CHANGED_BY_OWNER", "reason", "Owner did, I blocked"));
        read(walk, "AGREES");
        assertThat(walk.access()).isEqualTo("BLOCKED");
        Steps.cleanScan(walk)
                .submit(Steps.SETTLE, Map.of("settingsRead", true, "reason", "looked in the Control Panel"));
        restoredByHand(walk);
        Steps.message(walk, "owner@evil.example", "203.0.113.70")
                .submit("UserTask_JudgeSource", Map.of("wasSource", "yes"));
        walk.submit(
                "UserTask_ConfirmBlock",
                Map.of("entries", walk.choices("UserTask_ConfirmBlock", "blockChoices"), "reason", "the source"));
        assertThat(walk.shown("UserTask_BlockSenderByHand", "instructions")).contains("Blocklists");
        walk.submit("UserTask_BlockSenderByHand", Map.of("answer", "DONE", "reason", "added in the Control Panel"));
        Steps.educated(Steps.reviewed(walk)).ends("CLOSED_RESTORED");
        assertThat(walk.mailbox().accepts(BY_HAND)).isTrue();
    }

    @Test
    void aLostPasswordThatAPersonSetMakesAnotherDue() {
        Journey walk = reported(Mode.BY_HAND, "UNFAMILIAR_MAIL");
        inTheControlPanel(walk, true);
        walk.submit(
                CHANGE, Map.of("answer", "CHANGED_BY_HAND", "reason", "in the Control Panel", "settingsRead", true));
        Steps.lost(Steps.cleanScan(walk));
        walk.submit(CHANGE, Map.of("answer", "CHANGED_BY_HAND", "reason", "once more"));
        assertThat(walk.causes()).containsExactly("REPORTED", "HANDOVER_LOST");
        Steps.handedOver(walk);
        Steps.noMessage(Steps.reviewed(walk));
        Steps.educated(walk).ends("CLOSED_RESTORED");
    }

    @Test
    void aBlockThatIsNotThereIsFoundAndSetWhenTheProviderReturns() {
        Journey walk = reported(Mode.AWAY, "PASSWORD_CHANGED");
        walk.mailbox().edit("password", BY_HAND);
        walk.submit(CHANGE, Map.of("answer", "CHANGED_BY_HAND", "reason", "changed and blocked, I think"));
        assertThat(walk.access()).isEqualTo("BLOCKED");
        assertThat(walk.mailbox().enabled()).isTrue();
        provider.set(Mode.THERE);

        read(walk, "NOT_BLOCKED");
        until(() -> !walk.mailbox().enabled(), "blocked by the machine");
        walk.untilBlocked();
        assertThat(Steps.cleanScan(walk).shown(Steps.SETTLE, "facts")).contains("Nobody has seen the attacker locked");
        walk.submit(Steps.SETTLE, Map.of("lockOutSeen", true, "reason", "saw it refused"));
        Steps.handedOver(walk);
        Steps.noMessage(Steps.reviewed(walk));
        Steps.educated(walk).ends("CLOSED_RESTORED");
        assertThat(walk.mailbox().accepts(BY_HAND)).isTrue();
    }

    @Test
    void whatWasClearedIsPutBackOneByOne() {
        Mailbox mailbox = freshMailbox();
        mailbox.edit("emailForwardingAddresses", "out@example.net,desk@example.com");
        Journey walk = report(mailbox, "UNFAMILIAR_MAIL");
        Steps.cleanScan(walk).task(Steps.HAND_OVER);
        assertThat(putBack(walk, "out@example.net").statusCode()).isEqualTo(409);
        assertThat(putBack(walk, "desk@example.com").statusCode()).isEqualTo(202);
        until(() -> mailbox.forwarding().equals(List.of("desk@example.com")), "the inside forward");
        Steps.handOver(walk);
        walk.submit(
                "UserTask_ReviewHiddenSettings",
                Map.of(
                        "filtersReviewed", true,
                        "identitiesReviewed", true,
                        "signatureReviewed", true,
                        "recoveryReviewed", true,
                        "putBack", walk.choices("UserTask_ReviewHiddenSettings", "clearedSettings"),
                        "reason", "the owner's own archive"));
        until(() -> mailbox.forwarding().size() == 2, "the outside forward");
        Steps.noMessage(walk);
        Steps.educated(walk).ends("CLOSED_RESTORED");
    }

    private static HttpResponse<String> putBack(Journey walk, String value) {
        String settings = "/api/incidents/" + walk.id() + "/settings";
        for (var setting : Tasklist.read(walk.api().get(settings))) {
            if (setting.path("value").asText().equals(value)) {
                return walk.api()
                        .post(settings + "/" + setting.path("id").asText() + "/restore", Map.of("reason", "asked for"));
            }
        }
        throw new AssertionError("not found: " + value);
    }
}
