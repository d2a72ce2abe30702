package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Something is found on a device: it is removed, scanned again, and the password is changed a second time. */
abstract class InfectedWalks extends Walk {

    private static final String CONFIRM = "UserTask_ConfirmScan";

    @Test
    void anInfectionOnABlockedMailboxLeadsToASecondChangeBeforeTheRestore() {
        Mailbox mailbox = freshMailbox();
        mailbox.edit("emailForwardingAddresses", "collector@outside.example");
        mailbox.edit("vacationMessage", "Write to me elsewhere.");
        mailbox.edit("enableVacationMessage", "true");
        mailbox.addToAlias(
                "team-of-" + mailbox.address().substring(0, mailbox.address().indexOf('@')));
        Journey walk = report(mailbox, "PASSWORD_CHANGED");
        assertThat(mailbox.enabled()).isFalse();
        assertThat(walk.access()).isEqualTo("BLOCKED");

        Steps.complete(Steps.cleanedScan(Steps.listed(walk), "Laptop"));
        theAliasIsAccepted(walk);

        assertThat(walk.causes()).containsExactly("REPORTED", "INFECTION");
        assertThat(mailbox.accepts(Steps.toTheEnd(walk))).isTrue();
        assertThat(walk.incident()
                        .path("passwordChanges")
                        .path(0)
                        .path("voidSince")
                        .isNull())
                .isFalse();
    }

    private static void theAliasIsAccepted(Journey walk) {
        walk.task(Steps.SETTLE);
        assertThat(walk.incident().path("restoreDecision").path("reasons").toString())
                .contains("Open: 1.");
        Map<String, Object> accepted = Map.of("acceptedSettings", walk.choices(Steps.SETTLE, "openSettings"));
        assertThat(walk.refused(Steps.SETTLE, accepted)).contains("must say who confirmed this and how");
        walk.submit(
                Steps.SETTLE,
                Map.of("acceptedSettings", walk.choices(Steps.SETTLE, "openSettings"), "reason", "the owner's team"));
    }

    @Test
    void anInfectionThatComesToLightAfterTheSecondChangeLeadsToAThird() {
        Journey walk = report("PASSWORD_CHANGED");
        Steps.complete(Steps.cleanedScan(Steps.listed(walk), "Laptop")).task(Steps.HAND_OVER);
        String second = Steps.handOver(walk);
        Steps.reviewed(walk);
        assertThat(walk.mailbox().accepts(second)).isTrue();

        walk.scanUnasked("Laptop", "infected", "Rootkit");
        walk.untilBlocked();
        assertThat(walk.mailbox().refuses(second)).isTrue();
        Steps.removed(walk).scan("Laptop", "clean");

        String third = Steps.handOver(walk);
        Steps.educated(Steps.noMessage(Steps.reviewed(walk))).ends("CLOSED_RESTORED");
        assertThat(walk.causes()).containsExactly("REPORTED", "INFECTION", "INFECTION");
        assertThat(walk.mailbox().refuses(second)).isTrue();
        assertThat(walk.mailbox().accepts(third)).isTrue();
    }

    @Test
    void threeInfectedScansEndInAReimagedOrARetiredDevice() {
        Journey walk = report("COLLEAGUES_RECEIVED").addDevice("Desktop");
        Steps.listed(walk);
        threeTimesInfected(walk, "Laptop");
        walk.submit("UserTask_ReplaceDevice", Map.of("action", "REIMAGED", "reason", "new disk image"));
        walk.scan("Laptop", "clean");
        threeTimesInfected(walk, "Desktop");
        walk.submit("UserTask_ReplaceDevice", Map.of("action", "RETIRED", "reason", "went to recycling"));
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.incident().path("devices").toString()).contains("RETIRED");
    }

    private static void threeTimesInfected(Journey walk, String device) {
        walk.scan(device, "infected", "First");
        Steps.removed(walk).scan(device, "infected", "Second");
        Steps.removed(walk).scan(device, "infected", "Third");
        Steps.removed(walk);
    }

    @Test
    void aStaleScanIsIncompleteAndAnOverdueOneIsReported() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL"));
        walk.scanTask("Laptop");
        fire("Timer_ScanOverdue", walk);
        assertThat(kinds(walk)).contains("SCAN_OVERDUE").doesNotContain("SCAN_STILL_OVERDUE");
        fire("Timer_ScanOverdue", walk);
        assertThat(kinds(walk)).contains("SCAN_STILL_OVERDUE");
        assertThat(walk.scanWith("2020-01-01T00:00:00Z", "Laptop", "clean")).isEqualTo("INCOMPLETE");
        assertThat(walk.scan("Laptop", "clean")).isEqualTo("CLEAN");
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.api().get("/api/incidents/" + walk.id() + "/events").body())
                .contains("ScanOverdue");
    }

    private static String kinds(Journey walk) {
        return walk.incident().path("notices").findValuesAsText("kind").toString();
    }

    @Test
    void aCriticalCaseTakesTwoPeopleWhereNoReportIsHandedIn() {
        Journey walk = Steps.listed(report("PASSWORD_CHANGED"));
        walk.attest("Laptop", Scans.attestedClean());
        assertThat(walk.task(CONFIRM).path("name").asText()).isEqualTo("Confirm scan");
        assertThat(walk.incident().path("restoreDecision").toString()).contains("Not settled: 1 of 1.");
        walk.leadSubmits(CONFIRM, Map.of("answer", "DOUBT", "reason", "nobody saw it run"));
        walk.attest("Laptop", Scans.attestedClean());
        walk.leadSubmits(CONFIRM, Map.of("answer", "CONFIRM", "reason", "seen on its screen"));
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.causes()).hasSize(1);
    }

    @Test
    void aRescanAttestedWithoutAReportIsAskedAboutToo() {
        Journey walk = Steps.listed(report("PASSWORD_CHANGED"));
        walk.scan("Laptop", "infected", "Eicar-Test");
        Steps.removed(walk).attest("Laptop", Scans.attestedClean());
        walk.leadSubmits(CONFIRM, Map.of("answer", "DOUBT", "reason", "nobody saw it run"));
        Steps.removed(walk).attest("Laptop", Scans.attestedClean());
        walk.leadSubmits(CONFIRM, Map.of("answer", "CONFIRM", "reason", "seen on its screen"));
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.causes()).containsExactly("REPORTED", "INFECTION");
    }

    @Test
    void aScannersReportAnswersTheQuestionForTheSecondPerson() {
        Journey walk = Steps.listed(report("PASSWORD_CHANGED"));
        walk.attest("Laptop", Scans.attestedClean());
        walk.task(CONFIRM);
        assertThat(walk.scanUnasked("Laptop", "infected", "Eicar-Test")).isEqualTo("INFECTED");
        Steps.removed(walk).scan("Laptop", "clean");
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.openTasks()).doesNotContain(CONFIRM);
    }

    @Test
    void aDeviceThatCannotBeScannedIsAttestedToBeOutOfUse() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL"));
        walk.attest("Laptop", Map.of("verdict", "UNSCANNABLE", "reason", "wiped and locked away"));
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.incident().path("devices").path(0).path("state").asText())
                .isEqualTo("UNSCANNABLE");
    }
}
