package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.FlowRecorder;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people end a case early, or open it again. */
abstract class EndingWalks extends Walk {

    @Autowired
    private FlowRecorder flows;

    @Autowired
    private Devices devices;

    @Test
    void aFalseAlarmGivesAccessBackThroughTheGate() {
        Journey walk = report("PASSWORD_CHANGED").ask("FALSE_ALARM_RESTORE");
        walk.task("UserTask_ConfirmEnding");
        Steps.cleanScan(walk).task(Steps.HAND_OVER);
        walk.confirmed();
        String password = Steps.handOver(walk);
        Steps.reviewed(walk).ends("FALSE_ALARM");
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void aFalseAlarmSeenAfterTheHandOverIsOneAllTheSame() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        String password = Steps.handOver(walk);
        Steps.noMessage(Steps.reviewed(walk)).task(Steps.EDUCATE);
        walk.ask("FALSE_ALARM_RESTORE").confirmed();
        Steps.reviewed(walk).ends("FALSE_ALARM");
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void noEndingOpensTheGateAndARefusedOneChangesNothing() {
        Journey walk = report("PASSWORD_CHANGED").ask("FALSE_ALARM_RESTORE");
        assertThat(walk.leadIsRefused(
                        "UserTask_ConfirmEnding", Map.of("answer", "CONFIRM", "reason", "it was spoofed")))
                .contains("The restore gate is shut");
        walk.leadSubmits("UserTask_ConfirmEnding", Map.of("answer", "REFUSE", "reason", "not proved"));
        assertThat(walk.access()).isEqualTo("BLOCKED");
        Steps.toTheEnd(Steps.cleanScan(walk));
    }

    @Test
    void aFactThatComesWhileAnEndingIsConfirmedKeepsTheGateShut() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        walk.task(Steps.HAND_OVER);
        flows.whenTaken("Flow_Ending_GiveAccessBack", walk.id(), this::addPhone);
        walk.ask("CANCEL_RESTORE").confirmed();
        until(() -> !walk.incident().path("openTasks").toString().contains("ConfirmEnding"), "the decision");
        assertThat(walk.incident().path("status").asText()).isEqualTo("OPEN");
        assertThat(walk.incident().path("restoreDecision").path("allowed").asBoolean())
                .isFalse();
        walk.addDevice("Tablet");
        walk.scan("Phone", "clean");
        walk.scan("Tablet", "clean");
        Steps.toTheEnd(walk);
    }

    private void addPhone(String incidentId) {
        devices.add(incidentId, new NewDevice("Phone", DeviceKind.PHONE, "Owner", null), "carol");
    }

    @Test
    void anUnreachableOwnerLeavesTheMailboxBlocked() {
        Journey walk = report("UNFAMILIAR_MAIL");
        assertThat(walk.mailbox().enabled()).isTrue();
        walk.ask("OWNER_UNREACHABLE").confirmed().ends("CLOSED_CONTAINED");
        assertThat(walk.mailbox().enabled()).isFalse();
        assertThat(walk.access()).isEqualTo("BLOCKED");
    }

    @Test
    void aCancelledCaseIsReopenedAndWalksToItsEnd() {
        Journey walk = report("PASSWORD_CHANGED");
        walk.ask("CANCEL_KEEP_BLOCKED").confirmed().ends("CANCELLED");
        assertThat(walk.mailbox().enabled()).isFalse();
        walk.ask("REOPEN").confirmed();
        until(() -> walk.incident().path("status").asText().equals("REOPENED"), "the case reopened");
        assertThat(walk.mailbox().accepts(Steps.toTheEnd(Steps.cleanScan(walk))))
                .isTrue();
    }

    @Test
    void aCancelledCaseMayGiveAccessBackThroughTheGate() {
        Journey walk = Steps.cleanScan(report("PASSWORD_CHANGED"));
        walk.task(Steps.HAND_OVER);
        walk.ask("CANCEL_RESTORE").confirmed();
        String password = Steps.handOver(walk);
        Steps.reviewed(walk).ends("CANCELLED");
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void aPasswordLostWhileACaseEndsGivesTheCaseBackToTheProcedure() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        walk.task(Steps.HAND_OVER);
        walk.ask("CANCEL_RESTORE").confirmed();
        walk.reveal();
        Steps.lost(walk);
        assertThat(walk.mailbox().accepts(Steps.toTheEnd(walk))).isTrue();
        assertThat(walk.causes()).contains("HANDOVER_LOST");
    }
}
