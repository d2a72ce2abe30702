package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.browser.MailDoor;
import org.mailboxremediation.app.jar.PackagedJar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only the packaged jar can get wrong: its resources' names, and what it finds again on its data directory. */
class PackagedJarIT {

    private static final Logger LOG = LoggerFactory.getLogger("start-up");
    private static final String MAILBOX = "bob@example.com";

    @TempDir
    private Path data;

    private String incident;

    @Test
    void goesOnWithItsCaseAfterARestart() {
        try (PackagedJar jar = PackagedJar.start(data, "first")) {
            LOG.info(
                    "first healthy answer on an empty data directory: {} ms",
                    jar.startUp().toMillis());
            report(jar);
            listDevices(jar);
            assertThat(deployments(jar)).isEqualTo(1);
        }
        try (PackagedJar jar = PackagedJar.start(data, "second")) {
            LOG.info(
                    "first healthy answer after a restart: {} ms", jar.startUp().toMillis());
            assertThat(deployments(jar)).as("nothing new is deployed").isEqualTo(1);
            finishScanning(jar);
            String password = reveal(jar);
            assertThat(MailDoor.opens(jar.imapPort(), MAILBOX, password)).isTrue();
            assertThat(MailDoor.opens(jar.imapPort(), MAILBOX, "Sandbox-bob-1")).isFalse();
        }
    }

    private void report(PackagedJar jar) {
        HttpResponse<String> answer =
                api(jar).post("/api/incidents", Map.of("mailbox", MAILBOX, "symptoms", List.of("COLLEAGUES_RECEIVED")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        incident = Tasklist.read(answer).path("id").asText();
    }

    private void listDevices(PackagedJar jar) {
        Tasklist admin = admin(jar);
        JsonNode task = task(admin, "UserTask_ListDevices");
        String path = "/task/" + task.path("id").asText();
        assertThat(Tasklist.read(admin.engine("GET", path + "/form", null))
                        .path("key")
                        .asText())
                .isEqualTo("embedded:deployment:forms/list-devices.html");
        HttpResponse<String> form = admin.engine("GET", path + "/deployed-form", null);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("<form name=\"listDevices\"");
        Map<String, String> laptop = Map.of("name", "Laptop 1", "kind", "LAPTOP", "owner", "Bob");
        complete(admin, task, Map.of("devices", List.of(laptop)));
    }

    private void finishScanning(PackagedJar jar) {
        JsonNode devices = api(jar).incident(incident).path("devices");
        assertThat(devices).as("the case is still there").hasSize(1);
        String now = Instant.now().toString();
        HttpResponse<String> scan = api(jar).post(
                        "/api/incidents/" + incident + "/devices/"
                                + devices.get(0).path("id").asText() + "/scans",
                        Map.of(
                                "verdict",
                                "clean",
                                "tool",
                                "ClamAV 1.4.2",
                                "signaturesDate",
                                now,
                                "startedAt",
                                now,
                                "finishedAt",
                                now,
                                "filesScanned",
                                100,
                                "findings",
                                List.of()));
        assertThat(scan.statusCode()).as(scan.body()).isEqualTo(201);
        Tasklist admin = admin(jar);
        complete(admin, task(admin, "UserTask_ConfirmDeviceList"), Map.of("answer", "COMPLETE"));
        settleOpenPoints(admin);
    }

    /** The sandbox's bob is a member of an alias; the owner says that he knows it. */
    private void settleOpenPoints(Tasklist admin) {
        JsonNode task = task(admin, "UserTask_SettleOpenPoints");
        List<String> aliases = Tasklist.parse(admin.shown(task, "openSettings")).findValuesAsText("value");
        complete(admin, task, Map.of("acceptedSettings", aliases, "reason", "Bob knows this alias"));
    }

    /** The password that the first process sealed. */
    private String reveal(PackagedJar jar) {
        Tasklist admin = admin(jar);
        admin.claim(task(admin, "UserTask_HandOverPassword"));
        JsonNode changes = api(jar).incident(incident).path("passwordChanges");
        assertThat(changes).hasSize(1);
        HttpResponse<String> answer = api(jar).post(
                        "/api/credentials/"
                                + changes.get(0).path("credentialId").asText() + "/reveal",
                        Map.of());
        assertThat(answer.statusCode()).as("the reveal").isEqualTo(200);
        return Tasklist.read(answer).path("password").asText();
    }

    private JsonNode task(Tasklist person, String key) {
        return AppTest.await(
                () -> person.tasks(incident, key).stream().findFirst().orElse(null), key);
    }

    private static void complete(Tasklist person, JsonNode task, Map<String, ?> answers) {
        HttpResponse<String> answer = person.submit(task, answers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static int deployments(PackagedJar jar) {
        return Tasklist.read(admin(jar).engine("GET", "/deployment/count", null))
                .path("count")
                .asInt();
    }

    private static Tasklist admin(PackagedJar jar) {
        return Tasklist.login(jar.url(), "admin", "tasklist");
    }

    private static Api api(PackagedJar jar) {
        return new Api(jar.url(), "admin");
    }
}
