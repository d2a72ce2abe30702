package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.sandbox.LineClient;

/** Triage leaves the mailbox open: handing the password over is the restore. */
abstract class NeverBlockedWalks extends Walk {

    @Test
    void aCleanCaseClosesWithoutEverBeingBlocked() {
        Journey walk = report("UNFAMILIAR_MAIL");
        assertThat(walk.mailbox().refuses(firstPassword(walk.mailbox().address())))
                .isTrue();
        String password = Steps.toTheEnd(Steps.cleanScan(walk));
        assertThat(walk.mailbox().accepts(password)).isTrue();
        assertThat(walk.causes()).containsExactly("REPORTED");
        assertThat(walk.incident().path("steps"))
                .allMatch(step -> step.path("state").asText().equals("DONE"));
    }

    @Test
    void aSessionThatWasOpenBeforeTheReportIsDropped() {
        Mailbox mailbox = freshMailbox();
        try (LineClient attacker = mailbox.session(firstPassword(mailbox.address()))) {
            assertThat(attacker.imap("NOOP")).startsWith("a OK");
            report(mailbox, "UNFAMILIAR_MAIL");
            assertThat(attacker.imap("NOOP")).isEmpty();
        }
    }

    @Test
    void aReportOverTheStartFormWalksTheSameWay() {
        Mailbox mailbox = freshMailbox();
        Journey walk = Journey.reportInTasklist(
                people(), mailbox, Map.of("symptoms", List.of("BOUNCES"), "riskFactors", List.of("PUBLIC_WIFI")));
        walk.submit("UserTask_ListDevices", Map.of("devices", List.of(laptop())));
        walk.attest("Laptop", Scans.attestedClean());
        assertThat(mailbox.accepts(Steps.toTheEnd(Steps.complete(walk)))).isTrue();
    }

    @Test
    void anEmptyDeviceListNeedsTwoPeople() {
        Journey walk = report(freshMailbox(), Map.of("riskFactors", List.of("WEAK_PASSWORD")));
        Steps.complete(Steps.listed(walk))
                .leadSubmits("UserTask_ConfirmEmptyList", Map.of("answer", "MORE_DEVICES", "reason", "ask again"));
        walk.submit("UserTask_ConfirmDeviceList", Map.of("answer", "MORE_DEVICES"));
        Steps.complete(Steps.listed(walk))
                .leadSubmits("UserTask_ConfirmEmptyList", Map.of("answer", "COMPLETE", "reason", "webmail only"));
        Steps.toTheEnd(walk);
    }

    @Test
    void lessonsThatAreOverdueStayAsADebtOnTheClosedCase() {
        Journey walk = Steps.cleanScan(report("BOUNCES"));
        Steps.handOver(walk);
        Steps.noMessage(Steps.reviewed(walk)).task(Steps.EDUCATE);
        fire("Timer_LessonsOverdue", walk);
        walk.ends("CLOSED_RESTORED");
        assertThat(walk.incident().path("lessons").toString()).contains("BOUNCES");
    }
}
