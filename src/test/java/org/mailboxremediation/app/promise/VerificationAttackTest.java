package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.sandbox.LineClient;

/** Attacks promise P4 on real sockets: what is called done must be done. */
class VerificationAttackTest extends PromiseTest {

    @Test
    void oldPasswordIsRefusedAndSessionsFromBeforeAreDropped() {
        String mailbox = mailbox();
        String old = firstPassword(mailbox);
        try (LineClient imap = new LineClient(imapPort());
                LineClient smtp = new LineClient(smtpPort())) {
            assertThat(imap.imap("LOGIN " + mailbox + " " + old)).startsWith("a OK");
            assertThat(imap.imap("SELECT INBOX")).startsWith("a OK");
            assertThat(smtp.smtpLogin(mailbox, old)).startsWith("235");
            String id = opened(report(mailbox, "BOUNCES"));
            await(() -> newestChange(id).path("verification").asText().equals("VERIFIED"), "a verified lock-out");
            assertThat(imap.imap("FETCH 1 BODY[]")).isEmpty();
            assertThat(smtp.smtp("MAIL FROM:<" + mailbox + ">")).doesNotStartWith("250");
            assertThat(imapTakes(mailbox, old)).isFalse();
            assertThat(smtpTakes(mailbox, old)).isFalse();
            assertThat(newestChange(id).path("verifiedBy")).isNotEmpty();
        }
    }

    @Test
    void blockedMailboxTakesNoPasswordUntilItsRestoreAndThenOnlyTheNewOne() {
        String id = blockedCase();
        String mailbox = mailboxOf(id);
        assertThat(imapTakes(mailbox, firstPassword(mailbox))).isFalse();
        settle(id);
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        String password =
                Tasklist.read(reveal("admin", credential(id))).path("password").asText();
        assertThat(incident(id).path("access").asText()).isEqualTo("OPEN");
        assertThat(imapTakes(mailbox, password)).isTrue();
        assertThat(smtpTakes(mailbox, password)).isTrue();
        assertThat(imapTakes(mailbox, firstPassword(mailbox))).isFalse();
        assertThat(smtpTakes(mailbox, firstPassword(mailbox))).isFalse();
    }

    @Test
    void nobodyTellsTheProcedureThatItWasDone() {
        String id = blockedCase();
        JsonNode before = incident(id).path("passwordChanges");
        for (String message : new String[] {
            "Message_PasswordChangeOutcome",
            "Message_RestoreAccessOutcome",
            "Message_BlockAccessOutcome",
            "Message_EndingConfirmed",
            "Message_LaterFactShutsGate"
        }) {
            refused(person("admin")
                    .engine("POST", "/message", Map.of("messageName", message, "businessKey", id, "all", true)));
        }
        assertThat(incident(id).path("passwordChanges")).isEqualTo(before);
        assertThat(incident(id).path("status").asText()).isEqualTo("OPEN");
    }
}
