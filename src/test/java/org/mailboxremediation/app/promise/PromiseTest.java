package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.AppTest;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.sandbox.LineClient;

/** What the attacks on all promises share: people with their sessions, and a case brought to where it is attacked. */
abstract class PromiseTest extends AppTest {

    static final String LAPTOP = "Laptop";
    private static final Map<String, Tasklist> SESSIONS = new ConcurrentHashMap<>();

    static Api api(String user) {
        return new Api(url(""), user);
    }

    /** A session of the web applications; auditors log in to Cockpit, because Tasklist is not for them. */
    static Tasklist person(String user) {
        return SESSIONS.computeIfAbsent(user, PromiseTest::anotherBrowser);
    }

    static Tasklist anotherBrowser(String user) {
        return Tasklist.login(url(""), user, user.equals("auditor") ? "cockpit" : "tasklist");
    }

    static Map<String, Object> report(String mailbox, String symptom) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mailbox", mailbox);
        report.put("symptoms", List.of(symptom));
        report.put("devices", List.of(Map.of("name", LAPTOP, "kind", "LAPTOP", "owner", "Bob")));
        return report;
    }

    /** Reports, and answers the case's id once the mailbox is locked out and its devices are asked for. */
    static String opened(Map<String, Object> report) {
        HttpResponse<String> answer = api("admin").post("/api/incidents", report);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = Tasklist.read(answer).path("id").asText();
        task("admin", id, "UserTask_ListDevices");
        return id;
    }

    /** A case whose mailbox triage does not block: handing the password over is its restore. */
    static String openCase() {
        return opened(report(mailbox(), "BOUNCES"));
    }

    /** A case whose mailbox triage blocks. */
    static String blockedCase() {
        return opened(report(mailbox(), "PASSWORD_CHANGED"));
    }

    /** Settles all that the gate asks for, and waits for the hand-over. */
    static void settle(String id) {
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        scanClean(id);
        submit("admin", id, "UserTask_ConfirmDeviceList", Map.of("answer", "COMPLETE"));
        task("admin", id, "UserTask_HandOverPassword");
    }

    static void scanClean(String id) {
        task("admin", id, "UserTask_AttestScan");
        HttpResponse<String> scan = scan("admin", id, device(id), claim("clean"));
        assertThat(Tasklist.read(scan).path("verdict").asText()).isEqualTo("CLEAN");
    }

    static HttpResponse<String> scan(String user, String id, String device, Map<String, Object> claim) {
        return api(user).post("/api/incidents/" + id + "/devices/" + device + "/scans", claim);
    }

    static Map<String, Object> claim(String verdict) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("verdict", verdict);
        claim.put("tool", "ClamAV 1.4");
        claim.put("signaturesDate", now().toString());
        claim.put("startedAt", now().toString());
        claim.put("finishedAt", now().toString());
        claim.put("filesScanned", 1000);
        claim.put("findings", List.of());
        return claim;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static JsonNode incident(String id) {
        return api("admin").incident(id);
    }

    static String mailboxOf(String id) {
        return incident(id).path("mailbox").asText();
    }

    static String device(String id) {
        return incident(id).path("devices").path(0).path("id").asText();
    }

    static JsonNode newestChange(String id) {
        JsonNode changes = incident(id).path("passwordChanges");
        return changes.path(changes.size() - 1);
    }

    static String credential(String id) {
        return await(
                () -> {
                    String credential = newestChange(id).path("credentialId").asText();
                    return credential.isEmpty() || credential.equals("null") ? null : credential;
                },
                "a sealed password");
    }

    static HttpResponse<String> reveal(String user, String credential) {
        return api(user).send("POST", "/api/credentials/" + credential + "/reveal", null, null);
    }

    static boolean allowed(String id) {
        return incident(id).path("restoreDecision").path("allowed").asBoolean();
    }

    static JsonNode task(String user, String id, String key) {
        return await(() -> person(user).tasks(id, key).stream().findFirst().orElse(null), key + " for " + user);
    }

    static void submit(String user, String id, String key, Map<String, ?> values) {
        HttpResponse<String> answer = person(user).submit(task(user, id, key), values);
        assertThat(answer.statusCode()).as(key + ": " + answer.body()).isEqualTo(204);
    }

    static List<String> eventTypes(String id) {
        return StreamSupport.stream(events(id).spliterator(), false)
                .map(event -> event.path("type").asText())
                .toList();
    }

    static JsonNode events(String id) {
        return Tasklist.read(api("auditor").get("/api/incidents/" + id + "/events"));
    }

    static boolean imapTakes(String mailbox, String password) {
        try (LineClient imap = new LineClient(imapPort())) {
            return imap.imap("LOGIN " + mailbox + " \"" + password + "\"").startsWith("a OK");
        }
    }

    static boolean smtpTakes(String mailbox, String password) {
        try (LineClient smtp = new LineClient(smtpPort())) {
            return smtp.smtpLogin(mailbox, password).startsWith("235");
        }
    }

    static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }
}
