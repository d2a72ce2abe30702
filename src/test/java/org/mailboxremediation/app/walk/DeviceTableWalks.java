package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;

/** The table of a case's devices in Tasklist, and one word on several of them. */
abstract class DeviceTableWalks extends Walk {

    @Test
    void oneWordAnswersTheScanTasksOfSeveralDevices() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL").addDevice("Phone").addDevice("Tablet"));
        walk.scanTask("Phone");
        JsonNode task = walk.scanTask("Tablet");
        JsonNode shown = Tasklist.read(get(task));
        assertThat(shown.path("reasons").toString()).contains("Not settled: 3 of 3.");
        assertThat(shown.path("devices").path(2).path("progress").asText()).isEqualTo("waiting");

        List<String> two = List.of(walk.deviceId("Laptop"), walk.deviceId("Phone"));
        assertThat(post(people().lead(), task, two).statusCode()).isEqualTo(403);
        assertThat(post(people().admin(), task, List.of("no-device")).statusCode())
                .isEqualTo(409);
        assertThat(post(people().admin(), task, two).body()).contains("CLEAN").doesNotContain("INCOMPLETE");
        until(
                () -> walk.openTasks().stream()
                                .filter("UserTask_AttestScan"::equals)
                                .count()
                        == 1,
                "one task left");
        walk.scan("Tablet", "clean");
        Steps.toTheEnd(Steps.complete(walk));
        assertThat(walk.causes()).hasSize(1);
    }

    @Test
    void oneReportAnswersTheScanTasksOfSeveralDevices() {
        Journey walk = Steps.listed(report("PASSWORD_CHANGED").addDevice("Phone"));
        walk.scanTask("Laptop");
        JsonNode task = walk.scanTask("Phone");
        String both = "/report?device=" + walk.deviceId("Laptop") + "&device=" + walk.deviceId("Phone");
        assertThat(hand(people().lead(), task, both, cleanReport()).statusCode())
                .isEqualTo(403);
        assertThat(hand(people().admin(), task, "/report?device=none", cleanReport())
                        .statusCode())
                .isEqualTo(409);
        assertThat(hand(people().admin(), task, both, "").statusCode()).isEqualTo(400);
        String others = "Device: " + walk.deviceId("Phone") + "\n" + cleanReport();
        assertThat(hand(people().admin(), task, both, others).statusCode()).isEqualTo(409);
        HttpResponse<String> taken = hand(people().admin(), task, both, cleanReport());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(taken.body()).contains("CLEAN").doesNotContain("INCOMPLETE");
        Steps.toTheEnd(Steps.complete(walk));
    }

    @Test
    void theCommandLineForTheOwnerIsMadeOnceAndHandsInOneReport() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL"));
        JsonNode task = walk.scanTask("Laptop");
        String path = "/" + walk.deviceId("Laptop") + "/nonce";
        assertThat(hand(people().lead(), task, path, "{}").statusCode()).isEqualTo(403);
        JsonNode made = Tasklist.read(hand(people().admin(), task, path, "{}"));
        String nonce = made.path("nonce").asText();
        assertThat(made.hasNonNull("expiresAt")).isTrue();
        assertThat(get(task).body()).doesNotContain(nonce);
        byte[] report = cleanReport().getBytes(StandardCharsets.US_ASCII);
        Map<String, String> header = Map.of("Device-Nonce", nonce);
        assertThat(walk.api()
                        .send("POST", "/api/device-scans", report, "text/plain", header)
                        .statusCode())
                .isEqualTo(201);
        assertThat(walk.api()
                        .send("POST", "/api/device-scans", report, "text/plain", header)
                        .statusCode())
                .isEqualTo(403);
        Steps.toTheEnd(Steps.complete(walk));
    }

    private static String cleanReport() {
        Instant now = Clock.systemUTC().instant();
        String day = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(now);
        return String.join(
                "\n",
                "Scope: full",
                "Time zone: +00:00",
                "Signatures: " + now,
                "",
                "----------- SCAN SUMMARY -----------",
                "Known viruses: 8708688",
                "Engine version: 1.4.6",
                "Scanned files: 31877",
                "Infected files: 0",
                "Start Date: " + day,
                "End Date:   " + day,
                "");
    }

    private static HttpResponse<String> hand(Tasklist person, JsonNode task, String path, String body) {
        String type = path.contains("report") ? "application/octet-stream" : "application/json";
        return person.send("POST", path(task) + path, body, type);
    }

    private static HttpResponse<String> get(JsonNode task) {
        HttpResponse<String> answer = people().admin().send("GET", path(task), null, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(Tasklist person, JsonNode task, List<String> devices) {
        ObjectNode said = new ObjectMapper().valueToTree(Scans.posted("clean", Scans.now()));
        said.remove("verdict");
        said.put("infected", false);
        devices.forEach(said.putArray("devices")::add);
        return person.send("POST", path(task) + "/scans", said.toString(), "application/json");
    }

    private static String path(JsonNode task) {
        return "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/"
                + task.path("id").asText() + "/devices";
    }
}
