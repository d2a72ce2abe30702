package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;

/** One case on its way: its tasks in Tasklist, its facts over HTTP. Each task is awaited, then submitted. */
final class Journey {

    private final People people;
    private final Mailbox mailbox;
    private final String id;

    private Journey(People people, Mailbox mailbox, String id) {
        this.people = people;
        this.mailbox = mailbox;
        this.id = id;
    }

    static Journey report(People people, Mailbox mailbox, Map<String, ?> report) {
        return lockedOut(open(people, mailbox, report));
    }

    /** Reports, and waits for nothing. */
    static Journey open(People people, Mailbox mailbox, Map<String, ?> report) {
        HttpResponse<String> answer = people.api().post("/api/incidents", body(mailbox, report));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Journey(people, mailbox, Tasklist.read(answer).path("id").asText());
    }

    /** The same case with other sessions: the application has started anew. */
    Journey with(People again) {
        return new Journey(again, mailbox, id);
    }

    /** The open tasks' keys. */
    List<String> openTasks() {
        return people.api().openTasks(id);
    }

    /** Reports by the start form in Tasklist. */
    static Journey reportInTasklist(People people, Mailbox mailbox, Map<String, ?> form) {
        HttpResponse<String> answer = people.admin().start("SecureMailboxProcess", body(mailbox, form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode found = Tasklist.read(people.api().get("/api/incidents?mailbox=" + mailbox.address()));
        return lockedOut(new Journey(
                people, mailbox, found.path("items").path(0).path("id").asText()));
    }

    private static Journey lockedOut(Journey walk) {
        Walk.until(() -> walk.incident().hasNonNull("timeToLockOut"), "the lock-out");
        return walk;
    }

    /** Reports the same mailbox once more: it is added to this case. */
    Journey reportAgain(String... symptoms) {
        HttpResponse<String> answer =
                people.api().post("/api/incidents", body(mailbox, Map.of("symptoms", List.of(symptoms))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(Tasklist.read(answer).path("incident").asText()).isEqualTo(id);
        return this;
    }

    private static Map<String, Object> body(Mailbox mailbox, Map<String, ?> report) {
        Map<String, Object> body = new LinkedHashMap<>(report);
        body.put("mailbox", mailbox.address());
        return body;
    }

    String id() {
        return id;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** The password that the mailbox had when it was reported. */
    String firstPassword() {
        return "Sandbox-" + mailbox.address().substring(0, mailbox.address().indexOf('@')) + "-1";
    }

    /** The case as the API shows it. */
    JsonNode incident() {
        return people.api().incident(id);
    }

    Api api() {
        return people.api();
    }

    /** The administrator submits that task's form. */
    Journey submit(String task, Map<String, ?> values) {
        submit(people.admin(), task, values);
        return this;
    }

    /** A security lead submits that task's form. */
    Journey leadSubmits(String task, Map<String, ?> values) {
        submit(people.lead(), task, values);
        return this;
    }

    private void submit(Tasklist person, String task, Map<String, ?> values) {
        Walk.until(
                () -> accepted(person, task, values),
                () -> task + " in " + incident().path("openTasks"));
    }

    private boolean accepted(Tasklist person, String task, Map<String, ?> values) {
        List<JsonNode> open = person.tasks(id, task);
        if (open.isEmpty()) {
            return false;
        }
        HttpResponse<String> answer = person.submit(open.get(0), values);
        assertThat(answer.statusCode()).as("%s: %s", task, answer.body()).isBetween(200, 204);
        return true;
    }

    /** What Tasklist says to a submission that is refused. */
    String refused(String task, Map<String, ?> values) {
        HttpResponse<String> answer = people.admin().submit(task(task), values);
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        return answer.body();
    }

    /** What Tasklist says to a security lead whose submission is refused. */
    String leadIsRefused(String task, Map<String, ?> values) {
        HttpResponse<String> answer = people.lead().submit(task(task), values);
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        return answer.body();
    }

    /** Waits for that task. */
    JsonNode task(String task) {
        return Walk.until(
                () -> people.lead().tasks(id, task).stream().findFirst().orElse(null), task);
    }

    /** A variable that the task shows, as text. */
    String shown(JsonNode task, String variable) {
        return people.admin().shown(task, variable);
    }

    /** The choices that the task offers in that variable. */
    List<String> choices(String task, String variable) {
        List<String> values = new ArrayList<>();
        JsonNode open = Walk.until(
                () -> people.admin().tasks(id, task).stream().findFirst().orElse(null), task);
        Tasklist.parse(people.admin().shown(open, variable))
                .forEach(choice -> values.add(choice.path("value").asText()));
        return values;
    }

    /** What the administrator sees in that variable of the task. */
    String shown(String task, String variable) {
        JsonNode open = Walk.until(
                () -> people.admin().tasks(id, task).stream().findFirst().orElse(null), task);
        return people.admin().shown(open, variable);
    }

    /** Adds a device over HTTP, whatever the procedure is doing. */
    Journey addDevice(String name) {
        HttpResponse<String> answer = people.api().post("/api/incidents/" + id + "/devices", Walk.device(name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return this;
    }

    /** The id of the device with that name. */
    String deviceId(String name) {
        return StreamSupport.stream(incident().path("devices").spliterator(), false)
                .filter(device -> device.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** The task in which that device's scan is attested. */
    JsonNode scanTask(String device) {
        String deviceId = deviceId(device);
        return Walk.until(
                () -> people.admin().scanTasks(id, deviceId).stream()
                        .findFirst()
                        .orElse(null),
                () -> "scan of " + device + " in " + incident());
    }

    /** Attests in Tasklist how that device's scan went. */
    Journey attest(String device, Map<String, ?> values) {
        HttpResponse<String> answer = people.admin().submit(scanTask(device), values);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return this;
    }

    /** Posts a scan of that device once its task is open; returns the verdict it was given. */
    String scan(String device, String verdict, String... findings) {
        return scanWith(Scans.now(), device, verdict, findings);
    }

    /** The same with signatures of that time. */
    String scanWith(String signaturesDate, String device, String verdict, String... findings) {
        scanTask(device);
        return post(signaturesDate, device, verdict, findings);
    }

    /** Posts a scan of that device that nobody has asked for. */
    String scanUnasked(String device, String verdict, String... findings) {
        return post(Scans.now(), device, verdict, findings);
    }

    /** The same with signatures of that time. */
    String scanUnaskedWith(String signaturesDate, String device, String verdict, String... findings) {
        return post(signaturesDate, device, verdict, findings);
    }

    private String post(String signaturesDate, String device, String verdict, String... findings) {
        HttpResponse<String> answer = people.api()
                .post(
                        "/api/incidents/" + id + "/devices/" + deviceId(device) + "/scans",
                        Scans.posted(verdict, signaturesDate, findings));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Tasklist.read(answer).path("verdict").asText();
    }

    /** Asks in Tasklist for the case to be ended or reopened. */
    Journey ask(String ending) {
        HttpResponse<String> answer = people.admin()
                .start("EndCaseProcess", Map.of("mailbox", mailbox.address(), "ending", ending, "reason", "as agreed"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    /** A security lead confirms the ending, or the reopening, that was asked for. */
    Journey confirmed() {
        return leadSubmits("UserTask_ConfirmEnding", Map.of("answer", "CONFIRM", "reason", "seen together"));
    }

    /** The administrator claims the hand-over task and reveals the password. */
    String reveal() {
        JsonNode task = task("UserTask_HandOverPassword");
        assertThat(people.admin().claim(task).statusCode()).isEqualTo(204);
        HttpResponse<String> answer =
                people.api().post("/api/credentials/" + newestChange("credentialId") + "/reveal", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Tasklist.read(answer).path("password").asText();
    }

    /** A member of the newest password change. */
    String newestChange(String member) {
        JsonNode changes = incident().path("passwordChanges");
        return changes.path(changes.size() - 1).path(member).asText();
    }

    /** When the newest event of the case was. */
    Instant lastEvent() {
        JsonNode events = Tasklist.read(people.api().get("/api/incidents/" + id + "/events"));
        return Instant.parse(events.path(events.size() - 1).path("at").asText());
    }

    /** The causes of the password changes so far. */
    List<String> causes() {
        return StreamSupport.stream(incident().path("passwordChanges").spliterator(), false)
                .map(change -> change.path("cause").asText())
                .toList();
    }

    String access() {
        return incident().path("access").asText();
    }

    /** Waits until nobody can log in, as far as the case knows. */
    Journey untilBlocked() {
        Walk.until(() -> access().equals("BLOCKED"), "access blocked");
        return this;
    }

    /** Waits until the case has that status, and nothing of it runs. */
    Journey ends(String status) {
        Walk.until(
                () -> incident().path("status").asText().equals(status)
                        && incident().path("openTasks").isEmpty(),
                () -> status + " of " + incident());
        return this;
    }
}
