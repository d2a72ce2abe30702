package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;

/** A refused completion tells the person why: a sentence in the member that Tasklist shows, and no machinery. */
class RefusalSentenceTest extends PromiseTest {

    @Test
    void refusedTaskSaysWhyInASentence() {
        String id = blockedCase();
        JsonNode list = task("admin", id, "UserTask_ListDevices");
        says(
                person("admin").submit(list, Map.of("devices", List.of(), "scanClean", true)),
                "is not a field of this task");
        says(person("admin").submit(list, Map.of("devices", List.of(Map.of("name", "x")))), "needs a name, a kind");
        says(person("admin").submit(list, Map.of("devices", "not a list [")), "is not readable as a list");
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        JsonNode scan = task("admin", id, "UserTask_AttestScan");
        says(person("admin").submit(scan, Map.of()), "must be filled in");
        says(person("admin").submit(scan, Map.of("verdict", "PERHAPS")), "must be one of CLEAN, INFECTED");
        JsonNode message = task("admin", id, "UserTask_ProvideMessage");
        says(person("admin").submit(message, Map.of("messageFound", "YES")), "Upload the message first");
        says(person("admin").submit(message, Map.of("messageFound", "NO")), "must be filled in");
        says(
                person("admin").submit(message, Map.of("messageFound", "NO", "reason", "gone\u0000 long ago")),
                "must not hold control characters");
    }

    @Test
    void refusedReportSaysWhyInASentence() {
        String mailbox = mailboxOf(openCase());
        says(reported("nonsense"), "must be an address such as alice@example.com");
        says(reported("nobody-here@example.com"), "There is no Rackspace Email mailbox");
        says(reported("sales@example.com"), "is an alias. Report the mailbox behind it");
        says(reported("x@exchange.example.org"), "For an Exchange mailbox follow");
        says(reported(mailbox, "PASSWORD_CHANGED"), "A case is already open");
        says(
                person("reporter").start("SecureMailboxProcess", Map.of("mailbox", mailbox())),
                "at least one symptom or risk factor");
    }

    @Test
    void refusedRevealSaysWhyInTheForm() {
        String id = blockedCase();
        settle(id);
        String task = task("admin", id, "UserTask_HandOverPassword").path("id").asText();
        HttpResponse<String> answer = person("admin")
                .send(
                        "POST",
                        "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/" + task + "/reveal",
                        "{}",
                        "application/json");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Tasklist.read(answer).path("message").asText()).contains("Claim the task");
    }

    @Test
    void refusedCommandBehindTheFormsSaysWhatPeopleDo() {
        String id = openCase();
        HttpResponse<String> answer =
                person("admin").engine("POST", "/message", Map.of("messageName", "x", "businessKey", id));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Tasklist.read(answer).path("message").asText())
                .isEqualTo("The procedure does this itself: people report, work their tasks and read.");
    }

    private static HttpResponse<String> reported(String mailbox) {
        return reported(mailbox, "BOUNCES");
    }

    private static HttpResponse<String> reported(String mailbox, String symptom) {
        return person("reporter")
                .start("SecureMailboxProcess", Map.of("mailbox", mailbox, "symptoms", List.of(symptom)));
    }

    private static void says(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Tasklist.read(answer).path("message").asText())
                .contains(sentence)
                .endsWith(".")
                .doesNotContain("Exception", "org.", "ENGINE-");
    }
}
