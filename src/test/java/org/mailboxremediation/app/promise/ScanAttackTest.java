package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;

/** Attacks promise P8: a scan that proves nothing and passes for clean. */
class ScanAttackTest extends PromiseTest {

    @Test
    void failedPartialStaleAndFutureScansAreNeverClean() {
        String id = openCase();
        String device = device(id);
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        Map<String, Map<String, Object>> bad = new HashMap<>();
        bad.put("no files", Map.of("filesScanned", 0));
        bad.put("no signatures", new HashMap<>(Map.of("signaturesDate", "")));
        bad.put(
                "old signatures",
                Map.of("signaturesDate", now().minus(Duration.ofDays(8)).toString()));
        bad.put(
                "signatures of tomorrow",
                Map.of("signaturesDate", now().plus(Duration.ofDays(3)).toString()));
        bad.put(
                "before the report",
                Map.of(
                        "startedAt", now().minus(Duration.ofHours(2)).toString(),
                        "finishedAt", now().minus(Duration.ofHours(1)).toString()));
        bad.put(
                "in the future",
                Map.of("finishedAt", now().plus(Duration.ofHours(1)).toString()));
        bad.forEach((name, changes) -> {
            Map<String, Object> claim = claim("clean");
            claim.putAll(changes);
            claim.values().removeIf(""::equals);
            JsonNode scan = Tasklist.read(scan("admin", id, device, claim));
            assertThat(scan.path("verdict").asText()).as(name).isEqualTo("INCOMPLETE");
            assertThat(scan.path("reasons")).as(name).isNotEmpty();
            task("admin", id, "UserTask_AttestScan");
        });
        assertThat(incident(id).path("devices").path(0).path("state").asText()).isEqualTo("INCOMPLETE");
        assertThat(allowed(id)).isFalse();
    }

    @Test
    void cleanWordWithFindingsIsAnInfection() {
        String id = openCase();
        Map<String, Object> claim = claim("clean");
        claim.put("findings", List.of("Eicar"));
        assertThat(Tasklist.read(scan("admin", id, device(id), claim))
                        .path("verdict")
                        .asText())
                .isEqualTo("INFECTED");
    }

    @Test
    void unreadableReportIsKeptAndProvesNothing() {
        String id = openCase();
        HttpResponse<String> answer = api("admin")
                .upload(
                        "/api/incidents/" + id + "/devices/" + device(id) + "/scans",
                        "report",
                        "Infected files: 0\nclean clean clean".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Tasklist.read(answer).path("verdict").asText()).isEqualTo("INCOMPLETE");
        assertThat(allowed(id)).isFalse();
    }

    @Test
    void deviceOfAnotherCaseCannotBeScannedHere() {
        String id = openCase();
        String other = openCase();
        assertThat(scan("admin", id, device(other), claim("clean")).statusCode())
                .isEqualTo(404);
        assertThat(incident(other).path("devices").path(0).path("state").asText())
                .isEqualTo("UNSCANNED");
    }

    @Test
    void onlyAdministratorsBringScans() {
        String id = openCase();
        for (String user : List.of("lead", "auditor", "reporter")) {
            assertThat(scan(user, id, device(id), claim("clean")).statusCode()).isEqualTo(403);
        }
        assertThat(incident(id).path("devices").path(0).path("scans")).isEmpty();
    }

    @Test
    void formHoldsAScanToTheSameRules() {
        String id = openCase();
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        submit(
                "admin",
                id,
                "UserTask_AttestScan",
                Map.of(
                        "verdict",
                        "CLEAN",
                        "tool",
                        "ClamAV",
                        "startedAt",
                        now().toString(),
                        "finishedAt",
                        now().toString(),
                        "filesScanned",
                        0));
        assertThat(incident(id).path("devices").path(0).path("state").asText()).isEqualTo("INCOMPLETE");
        JsonNode again = task("admin", id, "UserTask_AttestScan");
        refused(person("admin").submit(again, Map.of("verdict", "SPOTLESS")));
        refused(person("admin").submit(again, Map.of("verdict", "RETIRED")));
    }

    @Test
    void nonceNeedsALoginTooAndHandsInOneReportOfItsOwnDevice() {
        String id = openCase();
        String path = "/api/incidents/" + id + "/devices/" + device(id) + "/nonce";
        for (String user : List.of("lead", "auditor", "reporter")) {
            assertThat(api(user).send("POST", path, null, null).statusCode()).isEqualTo(403);
        }
        String nonce = Tasklist.read(api("admin").send("POST", path, null, null))
                .path("nonce")
                .asText();
        assertThat(handIn("", nonce, device(id))).isEqualTo(401);
        assertThat(handIn("auditor", nonce, device(id))).isEqualTo(403);
        assertThat(handIn("reporter", nonce + "x", device(id))).isEqualTo(403);
        assertThat(handIn("reporter", nonce, device(openCase()))).isEqualTo(400);
        assertThat(handIn("reporter", nonce, device(id))).isEqualTo(201);
        assertThat(handIn("reporter", nonce, device(id))).isEqualTo(403);
        JsonNode scans = incident(id).path("devices").path(0).path("scans");
        assertThat(scans).hasSize(1);
        assertThat(scans.path(0).path("attestedBy").asText()).isEqualTo("reporter");
    }

    private static int handIn(String user, String nonce, String device) {
        String report = "Device: " + device + "\nScope: full\n/x: OK\n";
        Map<String, String> header = Map.of("Device-Nonce", nonce);
        return api(user)
                .send("POST", "/api/device-scans", report.getBytes(StandardCharsets.UTF_8), "text/plain", header)
                .statusCode();
    }
}
