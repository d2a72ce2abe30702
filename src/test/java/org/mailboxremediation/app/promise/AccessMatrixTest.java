package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is let in where: every route with nobody and with each group, built or not. */
class AccessMatrixTest extends PromiseTest {

    private static final List<String> PEOPLE = List.of("admin", "lead", "auditor", "reporter");

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/incidents,                     admin lead reporter",
        "GET,    /api/incidents,                     admin lead auditor reporter",
        "GET,    /api/incidents/x,                   admin lead auditor reporter",
        "GET,    /api/incidents/x/events,            admin lead auditor",
        "GET,    /api/incidents/x/case-file,         admin lead auditor",
        "POST,   /api/incidents/x/devices,           admin",
        "POST,   /api/incidents/x/devices/y/scans,   admin",
        "POST,   /api/incidents/x/devices/y/nonce,   admin",
        "POST,   /api/incidents/x/devices/y/scans/z/confirmation, lead",
        "POST,   /api/device-scans,                  admin lead reporter",
        "POST,   /api/incidents/x/malicious-message, admin",
        "POST,   /api/credentials/x/reveal,          admin lead",
        "POST,   /api/campaigns,                     admin lead",
        "GET,    /api/campaigns/x,                   admin lead auditor",
        "POST,   /api/incidents/x/purge,             admin lead",
        "DELETE, /api/incidents/x/purge,             admin lead",
        "POST,   /api/incidents/x/purge/confirmation, lead",
        "POST,   /api/trace,                         admin lead",
        "GET,    /api/blocks,                        admin lead auditor",
        "DELETE, /api/blocks/x,                      admin",
        "PUT,    /api/incidents/x,                   admin",
        "DELETE, /api/incidents/x,                   admin",
        "GET,    /sandbox/faults,                    admin",
        "PUT,    /sandbox/faults,                    admin",
        "GET,    /sandbox/calls,                     admin",
        "PATCH,  /api/whatever,                      admin"
    })
    void forbiddenComesBeforeNotFoundAndBeforeValidation(String method, String path, String allowed) {
        byte[] nonsense = method.equals("GET") ? null : "{nonsense".getBytes(StandardCharsets.UTF_8);
        Set<String> may = Set.of(allowed.split(" "));
        HttpResponse<String> nobody = new Api(url(""), "").send(method, path, nonsense, "application/json");
        problem(nobody, 401);
        for (String user : PEOPLE) {
            HttpResponse<String> answer = api(user).send(method, path, nonsense, "application/json");
            if (may.contains(user)) {
                assertThat(answer.statusCode()).as(user + " " + answer.body()).isNotIn(401, 403, 500);
            } else {
                problem(answer, 403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/info",
                "/actuator/beans",
                "/actuator/health/liveness",
                "/error",
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/user",
                "/engine-rest/deployment/create",
                "/h2-console",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/nowhere",
                "/api",
                "/api/nowhere",
                "/api/incidents/",
                "/API/incidents",
                "/sandbox",
                "/sandbox/faults",
                "/sandbox/calls",
                "/camunda-welcome"
            })
    void nobodyIsToldAnythingWithoutALogin(String path) {
        for (String method : List.of("GET", "POST", "DELETE")) {
            HttpResponse<String> answer = new Api(url(""), "").send(method, path, null, null);
            problem(answer, 401);
            assertThat(answer.body()).doesNotContain("Exception", "trace", "org.");
        }
    }

    @Test
    void onlyHealthIsForEverybodyAndItTellsNoDetail() {
        HttpResponse<String> health = new Api(url(""), "").get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components", "details", "jdbc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest", "/engine-rest/engine", "/engine-rest/user", "/h2-console", "/actuator/heapdump"})
    void enginesOwnApiIsNotThereForAdministratorsEither(String path) {
        for (String user : PEOPLE) {
            assertThat(api(user).get(path).statusCode()).isIn(403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup/default/../default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin/setup/engine/user/create",
                "/camunda/api/admin/./setup/default/user/create"
            })
    void setUpPageCannotBeTakenOver(String path, @Autowired JdbcClient jdbc) {
        Stranger stranger = new Stranger(url(""));
        stranger.send("GET", "/camunda/app/admin/default/", null);
        int users = count(jdbc);
        HttpResponse<String> answer = stranger.send(
                "POST",
                path,
                "{\"profile\":{\"id\":\"eve\",\"firstName\":\"Eve\",\"lastName\":\"Eve\",\"email\":\"eve@evil.example\"},"
                        + "\"credentials\":{\"password\":\"Eve-Eve-Eve-1\"}}");
        assertThat(stranger.token()).isNotEmpty();
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(count(jdbc)).isEqualTo(users);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/process-instance",
                "/camunda/api/engine/engine/default/history/variable-instance",
                "/camunda/api/engine/engine/default/deployment",
                "/camunda/api/engine/engine/default/deployment/create",
                "/camunda/api/engine/engine/default/message",
                "/camunda/api/engine/engine/default/authorization/create",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/x/reveal",
                "/camunda/api/tasklist/plugin/mailbox-remediation/default/task/x/message"
            })
    void strangerReachesNothingOfTheEngine(String path) {
        Stranger stranger = new Stranger(url(""));
        stranger.send("GET", "/camunda/app/welcome/default/", null);
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            int status = stranger.send(method, path, method.equals("GET") ? null : "{}")
                    .statusCode();
            assertThat(status).as(method + " " + path).isIn(401, 403, 404, 405);
        }
    }

    @Test
    void callsWithoutTheBrowsersTokenAreRefused() {
        String id = openCase();
        JsonNode task = task("admin", id, "UserTask_ListDevices");
        Tasklist session = anotherBrowser("admin");
        HttpResponse<String> forged = session.forged(
                "/camunda/api/engine/engine/default/task/" + task.path("id").asText() + "/submit-form",
                "{\"variables\":{\"devices\":{\"value\":\"[]\",\"type\":\"Json\"}}}");
        assertThat(forged.statusCode()).isEqualTo(403);
        task("admin", id, "UserTask_ListDevices");
    }

    @Test
    void reporterSeesOwnReportsOnly() {
        String others = openCase();
        String mailbox = mailbox();
        HttpResponse<String> report = api("reporter").post("/api/incidents", report(mailbox, "BOUNCES"));
        String own = Tasklist.read(report).path("id").asText();
        assertThat(api("reporter").get("/api/incidents/" + own).statusCode()).isEqualTo(200);
        assertThat(api("reporter").get("/api/incidents/" + others).statusCode()).isEqualTo(404);
        JsonNode list = Tasklist.read(api("reporter").get("/api/incidents?size=200"));
        assertThat(list.path("items"))
                .allSatisfy(
                        item -> assertThat(item.path("reporter").path("userId").asText())
                                .isEqualTo("reporter"));
        assertThat(api("reporter")
                        .get("/api/incidents?mailbox=" + mailboxOf(others))
                        .body())
                .contains("\"total\":0");
    }

    private static int count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from act_id_user").query(Integer.class).single();
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Tasklist.read(answer).path("status").asInt()).isEqualTo(status);
    }
}
