package org.mailboxremediation.app.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;

/** One case in a running jar, moved on by its people. */
final class JarCase {

    private final Api api;
    private final Tasklist admin;
    private final String id;

    private JarCase(Api api, Tasklist admin, String id) {
        this.api = api;
        this.admin = admin;
        this.id = id;
    }

    static JarCase report(Api api, Tasklist admin, String mailbox, String symptom, String note) {
        HttpResponse<String> answer = api.post(
                "/api/incidents",
                Map.of(
                        "mailbox", mailbox,
                        "symptoms", List.of(symptom),
                        "colleagues", List.of("bob@example.com"),
                        "devices", List.of(Map.of("name", "Laptop", "kind", "LAPTOP", "owner", "Owner")),
                        "note", note));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JarCase(api, admin, Tasklist.read(answer).path("id").asText());
    }

    String id() {
        return id;
    }

    JsonNode incident() {
        return api.incident(id);
    }

    boolean lockedOut() {
        return incident().hasNonNull("timeToLockOut");
    }

    /** Waits for the verified lock-out; says "try again" where a person is asked. */
    void lockOut() {
        await(
                () -> {
                    admin.tasks(id, "UserTask_ChangePasswordByHand")
                            .forEach(task ->
                                    admin.submit(task, Map.of("answer", "TRY_AGAIN", "reason", "the API is back")));
                    return lockedOut();
                },
                "the lock-out of " + id);
    }

    /** Answers all that the gate asks, up to the hand-over. */
    void settle() {
        submit("UserTask_ListDevices", Map.of("devices", List.of()));
        task("UserTask_AttestScan");
        String device = incident().path("devices").path(0).path("id").asText();
        HttpResponse<String> scan = api.post("/api/incidents/" + id + "/devices/" + device + "/scans", clean());
        assertThat(Tasklist.read(scan).path("verdict").asText()).isEqualTo("CLEAN");
        submit("UserTask_ConfirmDeviceList", Map.of("answer", "COMPLETE"));
        claimHandOver();
    }

    void claimHandOver() {
        assertThat(admin.claim(task("UserTask_HandOverPassword")).statusCode()).isEqualTo(204);
    }

    String credential() {
        JsonNode changes = incident().path("passwordChanges");
        return changes.path(changes.size() - 1).path("credentialId").asText();
    }

    HttpResponse<String> reveal(String pin) {
        return api.post("/api/credentials/" + credential() + "/reveal", pin.isEmpty() ? Map.of() : Map.of("pin", pin));
    }

    /** Does what leads to another password change, and waits for it. */
    void changesAgain(Runnable cause) {
        int before = incident().path("passwordChanges").size();
        cause.run();
        await(() -> incident().path("passwordChanges").size() > before, "the next change");
        task("UserTask_HandOverPassword");
    }

    JsonNode task(String key) {
        return await(() -> admin.tasks(id, key).stream().findFirst().orElse(null), key);
    }

    HttpResponse<String> answer(String key, Map<String, ?> values) {
        return admin.submit(task(key), values);
    }

    void submit(String key, Map<String, ?> values) {
        HttpResponse<String> answer = answer(key, values);
        assertThat(answer.statusCode()).as(key + ": " + answer.body()).isEqualTo(204);
    }

    private static Map<String, Object> clean() {
        String now = Instant.now().toString();
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("verdict", "clean");
        scan.put("tool", "ClamAV 1.4");
        scan.put("signaturesDate", now);
        scan.put("startedAt", now);
        scan.put("finishedAt", now);
        scan.put("filesScanned", 1000);
        scan.put("findings", List.of());
        return scan;
    }

    static <T> T await(Supplier<T> found, String what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (System.nanoTime() < end) {
            T value = found.get();
            if (value != null && !Boolean.FALSE.equals(value)) {
                return value;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Never came: " + what);
    }
}
