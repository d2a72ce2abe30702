package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the machine cannot do, a person does and attests. The mailbox is taken away to bring that about. */
abstract class ByHandWalks extends Walk {

    private static final String CHANGE = "UserTask_ChangePasswordByHand";
    private static final String RESTORE = "UserTask_RestoreAccessByHand";
    private static final String AGAIN = "Recovered-4-a-walk";

    private static Journey secondChangeFails() {
        Journey walk = report("PASSWORD_CHANGED");
        Steps.cleanedScan(Steps.listed(walk), "Laptop");
        walk.mailbox().delete();
        Steps.complete(walk).task(CHANGE);
        return walk;
    }

    @Test
    void aChangeThatFailedIsTriedAgain() {
        Journey walk = secondChangeFails();
        walk.mailbox().recover(AGAIN);
        walk.submit(CHANGE, Map.of("answer", "TRY_AGAIN", "reason", "the mailbox is back"));
        assertThat(walk.mailbox().accepts(Steps.toTheEnd(walk))).isTrue();
        assertThat(walk.mailbox().refuses(AGAIN)).isTrue();
    }

    @Test
    void aChangeAndARestoreAreDoneByHand() {
        Journey walk = secondChangeFails();
        assertThat(walk.refused(CHANGE, Map.of("answer", "OLD_REFUSED", "reason", "I think so")))
                .contains("did not set the new password");
        walk.submit(CHANGE, Map.of("answer", "CHANGED_BY_HAND", "reason", "in the Control Panel"));
        walk.submit(RESTORE, Map.of("answer", "BACK_TO_GATE", "reason", "there is no mailbox"));
        walk.task(RESTORE);
        walk.mailbox().recover(AGAIN);
        walk.submit(RESTORE, Map.of("answer", "RESTORED", "reason", "in the Control Panel"));
        Steps.handedOver(walk);
        Steps.noMessage(Steps.reviewed(walk));
        Steps.educated(walk).ends("CLOSED_RESTORED");
        assertThat(walk.mailbox().accepts(AGAIN)).isTrue();
    }

    @Test
    void accessIsBlockedByHand() {
        Journey walk = Steps.cleanScan(report("PASSWORD_CHANGED"));
        String password = Steps.handOver(walk);
        Steps.noMessage(Steps.reviewed(walk)).task(Steps.EDUCATE);
        walk.mailbox().delete();
        walk.addDevice("Phone").task("UserTask_BlockAccessByHand");
        walk.mailbox().recover(password);
        walk.mailbox().edit("enabled", "false");
        walk.submit("UserTask_BlockAccessByHand", Map.of("answer", "BLOCKED", "reason", "greyed in the panel"));
        walk.untilBlocked();
        walk.scan("Phone", "clean");
        Steps.educated(Steps.reviewed(walk)).ends("CLOSED_RESTORED");
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void peopleWhoMustNotBeMailedAreToldByHand() {
        Mailbox mailbox = freshMailbox();
        mailbox.edit("emailForwardingAddresses", "it-desk@example.net,carol@example.com");
        Journey walk = report(
                mailbox,
                Map.of(
                        "symptoms", List.of("UNFAMILIAR_MAIL"),
                        "devices", List.of(laptop()),
                        "colleagues", List.of(mailbox.address(), "bob@example.com")));
        walk.leadSubmits("UserTask_AlertAdministratorsByHand", Map.of("reason", "called the IT desk"));
        walk.submit("UserTask_AlertColleaguesByHand", Map.of("reason", "told in the corridor"));
        Steps.toTheEnd(Steps.cleanScan(walk));
        assertThat(walk.incident().path("notices"))
                .anyMatch(n -> n.path("recipient").asText().equals("bob@example.com")
                        && n.path("status").asText().equals("SENT"));
        assertThat(walk.incident().path("notices"))
                .filteredOn(n -> !n.path("recipient").asText().startsWith("bob"))
                .allMatch(n -> n.path("status").asText().equals("ACKNOWLEDGED"));
    }
}
