package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;

/** Attacks promise P1: access, or the password that is access, without what the restore gate asks for. */
class RestoreGateAttackTest extends PromiseTest {

    private static final Map<String, Object> OPEN_SESAME =
            Map.of("scanClean", true, "restoreAllowed", true, "allowed", true, "devicesClean", true, "gate", "open");

    @Test
    void extraVariablesOfASubmissionAreRefusedAndOpenNothing() {
        String id = blockedCase();
        JsonNode task = task("admin", id, "UserTask_ListDevices");
        for (String route : List.of("submit-form", "complete")) {
            HttpResponse<String> answer = person("admin")
                    .engine(
                            "POST",
                            "/task/" + task.path("id").asText() + "/" + route,
                            Map.of("variables", Map.of("scanClean", Map.of("value", true, "type", "Boolean"))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        stillShut(id);
        task("admin", id, "UserTask_ListDevices");
    }

    @Test
    void variablesThatAnybodySetsBehindTheFormsOpenNothing() {
        String id = blockedCase();
        String task = task("admin", id, "UserTask_ListDevices").path("id").asText();
        JsonNode instance = task("admin", id, "UserTask_ListDevices").path("processInstanceId");
        OPEN_SESAME.forEach((name, value) -> {
            for (String path : List.of(
                    "/task/" + task + "/variables/" + name,
                    "/task/" + task + "/localVariables/" + name,
                    "/process-instance/" + instance.asText() + "/variables/" + name,
                    "/execution/" + instance.asText() + "/localVariables/" + name)) {
                refused(person("admin").engine("PUT", path, Map.of("value", value)));
            }
        });
        stillShut(id);
    }

    @Test
    void passwordIsNotShownBeforeTheGateOpens() {
        String id = openCase();
        String credential = credential(id);
        HttpResponse<String> early = reveal("admin", credential);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(Tasklist.read(early).path("reasons")).isNotEmpty();
        refused(reveal("lead", credential));
        assertThat(newestChange(id).path("revealedAt").isNull()).isTrue();
    }

    @Test
    void leadShowsItEarlyOnlyWithAReasonAndOnlyWhereTheMailboxWasNeverBlocked() {
        String blocked = blockedCase();
        assertThat(revealBecause("lead", credential(blocked), "the owner is in surgery")
                        .statusCode())
                .isEqualTo(409);
        String open = openCase();
        assertThat(revealBecause("lead", credential(open), " ").statusCode()).isEqualTo(409);
        assertThat(revealBecause("admin", credential(open), "the owner is in surgery")
                        .statusCode())
                .isEqualTo(409);
        assertThat(revealBecause("lead", credential(open), "the owner is in surgery")
                        .statusCode())
                .isEqualTo(200);
        assertThat(eventTypes(open)).contains("CredentialRevealed");
    }

    @Test
    void onlyTheHolderOfTheTaskIsShownThePassword() {
        String id = blockedCase();
        settle(id);
        String credential = credential(id);
        assertThat(reveal("admin", credential).statusCode()).isEqualTo(409);
        String task = task("admin", id, "UserTask_HandOverPassword").path("id").asText();
        String plugin = "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/" + task + "/reveal";
        refused(person("admin").send("POST", plugin, "{}", "application/json"));
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        for (String other : List.of("lead", "auditor", "reporter")) {
            refused(reveal(other, credential));
            refused(person(other).send("POST", plugin, "{}", "application/json"));
        }
        assertThat(newestChange(id).path("revealedAt").isNull()).isTrue();
    }

    @Test
    void twoBrowsersAndTheApiAtOnceGetThePasswordOnce() {
        String id = openCase();
        settle(id);
        JsonNode task = task("admin", id, "UserTask_HandOverPassword");
        person("admin").claim(task);
        String credential = credential(id);
        String plugin = "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/"
                + task.path("id").asText() + "/reveal";
        List<Tasklist> browsers = List.of(anotherBrowser("admin"), anotherBrowser("admin"), anotherBrowser("admin"));
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> n % 2 == 0
                        ? reveal("admin", credential)
                        : browsers.get(n / 2).send("POST", plugin, "{}", "application/json")))
                .toList();
        List<HttpResponse<String>> answers =
                calls.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSize(1);
        assertThat(answers.stream().filter(a -> a.statusCode() != 200))
                .allSatisfy(a -> assertThat(a.statusCode()).as(a.body()).isIn(409, 410));
    }

    @Test
    void deviceListIsNotAttestedByOnePersonTwiceWhereItIsEmpty() {
        Map<String, Object> report = report(mailbox(), "BOUNCES");
        report.remove("devices");
        String id = opened(report);
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        submit("admin", id, "UserTask_ConfirmDeviceList", Map.of("answer", "COMPLETE"));
        JsonNode second = task("lead", id, "UserTask_ConfirmEmptyList");
        Map<String, String> yes = Map.of("answer", "COMPLETE", "reason", "none indeed");
        refused(person("admin").submit(second, yes));
        person("lead").engine("POST", "/task/" + second.path("id").asText() + "/assignee", Map.of("userId", "admin"));
        refused(person("admin").submit(second, yes));
        assertThat(allowed(id)).isFalse();
        submit("lead", id, "UserTask_ConfirmEmptyList", yes);
        await(() -> allowed(id), "the gate opens on the second person's word");
    }

    @Test
    void taskThatWasAssignedToAStrangerIsNotTheirsToComplete() {
        String id = blockedCase();
        JsonNode task = task("admin", id, "UserTask_ListDevices");
        for (String stranger : List.of("auditor", "reporter", "lead")) {
            person("admin")
                    .engine("POST", "/task/" + task.path("id").asText() + "/assignee", Map.of("userId", stranger));
            refused(person(stranger).submit(task, Map.of("devices", List.of())));
        }
        task("admin", id, "UserTask_ListDevices");
    }

    @Test
    void laterDeviceShutsTheGateAndBlocksAccessAgain() {
        String id = openCase();
        settle(id);
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        HttpResponse<String> shown = reveal("admin", credential(id));
        String password = Tasklist.read(shown).path("password").asText();
        String mailbox = mailboxOf(id);
        assertThat(imapTakes(mailbox, password)).isTrue();
        api("admin")
                .post(
                        "/api/incidents/" + id + "/devices",
                        Map.of("name", "Forgotten phone", "kind", "PHONE", "owner", "Bob"));
        await(() -> incident(id).path("access").asText().equals("BLOCKED"), "access is blocked again");
        assertThat(imapTakes(mailbox, password)).isFalse();
        assertThat(smtpTakes(mailbox, password)).isFalse();
    }

    @Test
    void endingThatGivesAccessBackIsNoWayAroundTheGate() {
        String id = blockedCase();
        HttpResponse<String> asked = person("admin")
                .start(
                        "EndCaseProcess",
                        Map.of(
                                "mailbox",
                                mailboxOf(id),
                                "ending",
                                "FALSE_ALARM_RESTORE",
                                "reason",
                                "it was only spoofed"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        JsonNode decision = task("lead", id, "UserTask_ConfirmEnding");
        Map<String, String> yes = Map.of("answer", "CONFIRM", "reason", "I agree with it");
        refused(person("admin").submit(decision, yes));
        HttpResponse<String> lead = person("lead").submit(decision, yes);
        assertThat(lead.statusCode()).isEqualTo(400);
        assertThat(lead.body()).contains("The restore gate is shut");
        stillShut(id);
    }

    private static HttpResponse<String> revealBecause(String user, String credential, String reason) {
        return api(user).post("/api/credentials/" + credential + "/reveal", Map.of("reason", reason));
    }

    private static void stillShut(String id) {
        JsonNode incident = incident(id);
        assertThat(incident.path("restoreDecision").path("allowed").asBoolean()).isFalse();
        assertThat(incident.path("access").asText()).isEqualTo("BLOCKED");
        refused(reveal("admin", credential(id)));
    }
}
