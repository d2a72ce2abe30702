package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Facts that come when a step is under way, or over. */
abstract class LateFactWalks extends Walk {

    @Test
    void aDeviceAddedWhileOthersAreScannedIsScannedToo() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL"));
        walk.scanTask("Laptop");
        walk.addDevice("Phone").scan("Phone", "clean");
        walk.scan("Laptop", "clean");
        Steps.toTheEnd(Steps.complete(walk));
    }

    @Test
    void aDeviceAddedAtTheHandOverBlocksAccessAgain() {
        Journey walk = Steps.cleanScan(report("FORWARDING_ADDED"));
        walk.task(Steps.HAND_OVER);
        assertThat(walk.access()).isEqualTo("OPEN");
        walk.addDevice("Phone").untilBlocked();
        walk.scan("Phone", "clean");
        String password = Steps.toTheEnd(walk);
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void aDeviceAddedAfterTheRestoreBlocksAccessAgainUntilItIsClean() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        String password = Steps.handOver(walk);
        Steps.noMessage(Steps.reviewed(walk)).task(Steps.EDUCATE);
        assertThat(walk.mailbox().accepts(password)).isTrue();

        walk.addDevice("Phone").untilBlocked();
        assertThat(walk.mailbox().refuses(password)).isTrue();
        walk.scan("Phone", "clean");
        Steps.educated(Steps.reviewed(walk)).ends("CLOSED_RESTORED");

        assertThat(walk.causes()).containsExactly("REPORTED");
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void aDeviceAddedDuringTheReviewOrWhileTheSourceIsTracedIsScannedAtOnce() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        Steps.handOver(walk);
        walk.task(Steps.REVIEW);
        walk.addDevice("Phone").untilBlocked().scan("Phone", "clean");
        Steps.reviewed(walk);
        until(() -> walk.access().equals("OPEN"), "access");
        walk.addDevice("Tablet").untilBlocked().scan("Tablet", "clean");
        Steps.educated(Steps.noMessage(Steps.reviewed(walk))).ends("CLOSED_RESTORED");
    }

    @Test
    void aNewSymptomOfAccessChangesThePasswordAgain() {
        Journey walk = report("UNFAMILIAR_MAIL");
        walk.reportAgain("REPLY_TO_CHANGED");
        until(
                () -> walk.newestChange("verification").equals("VERIFIED")
                        && walk.causes().size() == 2,
                "second change");
        assertThat(walk.causes()).containsExactly("REPORTED", "NEW_SYMPTOM");
        assertThat(walk.access()).isEqualTo("BLOCKED");
        walk.reportAgain("REPLY_TO_CHANGED");
        assertThat(walk.mailbox().accepts(Steps.toTheEnd(Steps.cleanScan(walk))))
                .isTrue();
        assertThat(walk.causes()).hasSize(2);
    }

    @Test
    void aNewSymptomOfAccessThatComesBeforeTheLockOutWaitsForItBesideTheProcedure() {
        AtomicReference<Journey> begun = new AtomicReference<>();
        whileTheQueueStands(() -> {
            Map<String, ?> report = Map.of("symptoms", List.of("UNFAMILIAR_MAIL"), "devices", List.of(laptop()));
            Journey walk = Journey.open(people(), freshMailbox(), report).reportAgain("REPLY_TO_CHANGED");
            assertThat(waiting("ReceiveTask_PasswordChangeOutcome", walk))
                    .as("the procedure, and the later fact")
                    .isEqualTo(2);
            begun.set(walk);
        });
        Journey walk = begun.get();
        until(() -> waiting("ReceiveTask_PasswordChangeOutcome", walk) == 0, "both being told");
        assertThat(walk.mailbox().accepts(Steps.toTheEnd(Steps.cleanScan(walk))))
                .isTrue();
    }

    @Test
    void aNewSymptomOfAccessAfterTheHandOverLocksTheMailboxAgain() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        String first = Steps.handOver(walk);
        Steps.noMessage(Steps.reviewed(walk)).task(Steps.EDUCATE);
        walk.reportAgain("FORWARDING_ADDED");
        until(
                () -> walk.newestChange("verification").equals("VERIFIED")
                        && walk.causes().size() == 2,
                "second change");
        assertThat(walk.mailbox().refuses(first)).isTrue();
        String second = Steps.handOver(walk);
        Steps.educated(Steps.reviewed(walk)).ends("CLOSED_RESTORED");
        assertThat(walk.mailbox().accepts(second)).isTrue();
    }

    @Test
    void theQueueAsksTheGateAgainBeforeItRestores() {
        Journey walk = Steps.listed(report("PASSWORD_CHANGED"));
        walk.scan("Laptop", "clean");
        whileTheQueueStands(() -> {
            Steps.complete(walk);
            until(() -> walk.incident().path("restoreDecision").path("allowed").asBoolean(), "the gate opening");
            walk.addDevice("Phone");
        });
        walk.scan("Phone", "clean");
        assertThat(walk.access()).isEqualTo("BLOCKED");
        assertThat(walk.mailbox().accepts(Steps.toTheEnd(walk))).isTrue();
    }
}
