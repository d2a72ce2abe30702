package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.database.Unguarded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the case view asks the server for: whoever may read gets all of it, and nobody else gets any. */
final class CaseViewTest extends Walk {

    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    /** Worked once for all tests that only read. */
    private static final class Shared {
        private static final Journey CASE = FinishedCase.of(freshMailbox());
        private static final Tasklist AUDITOR = Tasklist.login(url(""), "auditor", "cockpit");
        private static final Tasklist REPORTER = Tasklist.login(url(""), "reporter", "tasklist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts",
                "facts/devices",
                "facts/events",
                "facts/commands",
                "facts/evidence",
                "engine/processes",
                "engine/processes/x",
                "engine/tasks",
                "engine/variables",
                "engine/job-failures",
                "engine/incidents",
                "engine/operations",
                "engine/triage",
                "proof/chain",
                "proof/case-file",
                "nowhere"
            })
    void isForReadersOfCasesAndRefusesOthersBeforeItLooks(String path) {
        for (String incident : List.of(Shared.CASE.id(), NOBODYS)) {
            String whole = address(incident, path + "?page=nonsense");
            assertThat(Shared.REPORTER.send("GET", whole, null, null).statusCode())
                    .isEqualTo(403);
            assertThat(new Api(url(""), "").get(whole).statusCode()).isEqualTo(401);
        }
        if (!path.equals("nowhere")) {
            assertThat(ask(NOBODYS, path).statusCode()).as(path).isEqualTo(404);
            assertThat(ask("' or 1=1 --".replace(" ", "%20"), path).statusCode())
                    .isEqualTo(404);
        }
        for (String method : List.of("POST", "PUT", "DELETE")) {
            String body = method.equals("DELETE") ? null : "{}";
            assertThat(Shared.AUDITOR
                            .send(method, address(Shared.CASE.id(), path), body, "application/json")
                            .statusCode())
                    .as(method)
                    .isIn(404, 405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facts/devices",
                "facts/events",
                "facts/commands",
                "facts/evidence",
                "engine/processes",
                "engine/tasks",
                "engine/variables",
                "engine/job-failures",
                "engine/incidents",
                "engine/operations"
            })
    void listsAreBoundedAndNameWhatBreaksARule(String path) {
        HttpResponse<String> refused = ask(Shared.CASE.id(), path + "?size=100000&page=-1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Tasklist.read(refused).path("fields").findValuesAsText("field"))
                .containsExactly("page", "size");
        JsonNode answer = read(Shared.CASE.id(), path + "?size=1");
        JsonNode list = answer.has("events") ? answer.path("events") : answer;
        assertThat(list.path("items").size())
                .isEqualTo(Math.min(1, list.path("total").asInt()));
    }

    @Test
    void tellsWhichWayTheCaseWentAndWhatItCalled() {
        JsonNode runs = read(Shared.CASE.id(), "engine/processes").path("items");
        assertThat(runs.findValuesAsText("key"))
                .contains("SecureMailboxProcess", "ScanDevicesProcess", "RestoreAccessProcess", "BlockSenderProcess")
                .filteredOn("ChangePasswordProcess"::equals)
                .hasSize(2);
        assertThat(runs.findValuesAsText("device")).contains("Laptop", FinishedCase.HOSTILE);

        JsonNode path = path(runs, "SecureMailboxProcess");
        assertThat(path.path("flows").fieldNames())
                .toIterable()
                .contains("Flow_ChangeDue_Yes", "Flow_ChangeDue_No", "Flow_RestoreAllowed_Yes", "Flow_StillSecure_Yes")
                .contains("Flow_AlertPeople_Steps", "Flow_BlockSender_Steps", "Flow_Steps_CaseClosed")
                .doesNotContain("Flow_RestoreAllowed_No", "Flow_StillSecure_No", "Flow_AccessNotRestored_ScanDevices");
        JsonNode again = one(path.path("nodes"), "node", "CallActivity_ChangePasswordAgain");
        assertThat(again.path("count").asInt()).isEqualTo(1);
        assertThat(runs.findValuesAsText("id"))
                .contains(again.path("called").path(0).asText());

        JsonNode scans = path(runs, "ScanDevicesProcess");
        assertThat(one(scans.path("nodes"), "node", "CallActivity_ScanDevice")
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(scans.path("flows").path("Flow_ListDevices_ScanDevice").asInt())
                .isEqualTo(1);
        assertThat(ask(Shared.CASE.id(), "engine/processes/" + NOBODYS).statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsWhoDidWhatAndHowItIsKnown() {
        String id = Shared.CASE.id();
        JsonNode attest = StreamSupport.stream(
                        read(id, "engine/tasks?size=200").path("items").spliterator(), false)
                .filter(task -> task.path("about").asText().contains(FinishedCase.HOSTILE))
                .findFirst()
                .orElseThrow();
        assertThat(one(attest.path("steps"), "operation", "Complete")
                        .path("user")
                        .asText())
                .isEqualTo("admin");
        assertThat(one(attest.path("entered"), "field", "verdict").path("value").asText())
                .isEqualTo("CLEAN");
        assertThat(one(attest.path("entered"), "field", "filesScanned")
                        .path("value")
                        .asText())
                .isEqualTo("1000");

        JsonNode laptop = one(read(id, "facts/devices").path("items"), "name", "Laptop");
        assertThat(laptop.path("scans").findValuesAsText("verdict")).containsExactly("INFECTED", "CLEAN");
        assertThat(laptop.path("scans").findValuesAsText("attestedBy")).containsOnly("admin");

        JsonNode change = one(read(id, "facts/commands").path("items"), "step", "CHANGE_PASSWORD");
        assertThat(change.path("state").asText()).isEqualTo("VERIFIED");
        assertThat(change.path("details").path("verifiedBy").asText()).contains("imap:old-refused");

        JsonNode message = read(id, "facts/evidence").path("items").path(0);
        assertThat(message.path("origin").path("originatingIp").asText()).isEqualTo("203.0.113.77");
        assertThat(message.path("origin").path("wasSource").asText()).isEqualTo("yes");
        assertThat(message.path("mentions").findValuesAsText("type")).contains("EvidenceAdded", "OriginFound");

        assertThat(read(id, "engine/operations?size=200").path("items").findValuesAsText("operation"))
                .contains("Complete");
        assertThat(read(id, "engine/variables?size=200").path("items").findValuesAsText("name"))
                .contains("severity", "verdict");
    }

    @Test
    void filtersTheTimelineByKindAndText() {
        String id = Shared.CASE.id();
        JsonNode all = read(id, "facts/events?size=200");
        JsonNode scans = read(id, "facts/events?type=ScanRecorded");
        assertThat(scans.path("events").path("total").asInt())
                .isEqualTo(3)
                .isEqualTo(all.path("kinds").path("ScanRecorded").asInt());
        assertThat(read(id, "facts/events?text=203.0.113.77")
                        .path("events")
                        .path("total")
                        .asInt())
                .isPositive()
                .isLessThan(all.path("events").path("total").asInt());
        assertThat(all.path("events").path("items").path(0).path("type").asText())
                .isEqualTo("IncidentReported");
    }

    @Test
    void marksTheRowOfTriageThatMatched() {
        JsonNode triage = read(Shared.CASE.id(), "engine/triage");
        assertThat(triage.path("ofCase").asBoolean()).isTrue();
        assertThat(StreamSupport.stream(triage.path("rules").spliterator(), false)
                        .filter(rule -> rule.path("matched").asBoolean())
                        .map(rule -> rule.path("id").asText()))
                .containsExactly("Rule_ShowsAccess");
        assertThat(triage.path("answer")).isEqualTo(triage.path("recorded"));
        assertThat(triage.path("inputs").findValuesAsText("value")).containsExactly("true", "OPEN", "true", "2", "1");
    }

    @Test
    void keepsAllButTheEnginesPartOnceItsHistoryWasCleaned() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        Steps.toTheEnd(walk);
        assertThat(read(walk.id(), "facts").path("history").asText()).isEqualTo("KEPT");
        int events =
                read(walk.id(), "facts/events").path("events").path("total").asInt();
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.id())
                .list()
                .forEach(process -> history.deleteHistoricProcessInstance(process.getId()));

        assertThat(read(walk.id(), "facts").path("history").asText()).isEqualTo("REMOVED");
        for (String list : List.of("processes", "tasks", "variables", "operations", "job-failures", "incidents")) {
            assertThat(read(walk.id(), "engine/" + list).path("items")).as(list).isEmpty();
        }
        assertThat(read(walk.id(), "engine/triage").path("ofCase").asBoolean()).isFalse();
        assertThat(read(walk.id(), "facts/events").path("events").path("total").asInt())
                .isEqualTo(events);
        assertThat(read(walk.id(), "facts/devices").path("items").path(0).path("scans"))
                .isNotEmpty();
        assertThat(read(walk.id(), "proof/chain").path("intact").asBoolean()).isTrue();
        assertThat(ask(walk.id(), "proof/case-file?format=json").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhichEventOfAChainDoesNotHoldAndForWhomItLooked() {
        Journey walk = report("UNFAMILIAR_MAIL");
        JsonNode good = read(walk.id(), "proof/chain");
        assertThat(good.path("intact").asBoolean()).isTrue();
        assertThat(good.path("checkedBy").asText()).isEqualTo("auditor");
        ask(walk.id(), "proof/case-file?format=json");
        assertThat(read(walk.id(), "proof/chain").path("signedUpTo").asInt()).isPositive();

        Unguarded.during(
                jdbc,
                () -> jdbc.sql("update case_event set actor = 'somebody' where case_id = ? and sequence = 2")
                        .param(walk.id())
                        .update());
        JsonNode bad = read(walk.id(), "proof/chain");
        assertThat(bad.path("intact").asBoolean()).isFalse();
        assertThat(bad.path("firstBad").asInt()).isEqualTo(2);
    }

    /** The incident is the engine's own; a failed attempt is what its log would say of the timer. */
    @Test
    void tellsWhatTheEngineCouldNotDo() {
        Journey walk = Steps.listed(report("UNFAMILIAR_MAIL"));
        walk.scanTask("Laptop");
        String job = until(() -> timer("Timer_ScanOverdue", walk), "the timer").getId();
        management.setJobRetries(job, 0);
        jdbc.sql("update ACT_HI_JOB_LOG set JOB_STATE_ = 1, JOB_EXCEPTION_MSG_ = ? where JOB_ID_ = ?")
                .params("x".repeat(3000), job)
                .update();

        JsonNode incident = read(walk.id(), "engine/incidents").path("items").path(0);
        assertThat(incident.path("kind").asText()).isEqualTo("failedJob");
        assertThat(incident.path("node").asText()).isEqualTo("Timer_ScanOverdue");
        assertThat(incident.path("resolved").isNull()).isTrue();
        JsonNode failed = read(walk.id(), "engine/job-failures").path("items").path(0);
        assertThat(failed.path("model").asText()).isEqualTo("ScanDeviceProcess");
        assertThat(failed.path("message").asText()).hasSize(2001).endsWith("…");
        JsonNode run = one(read(walk.id(), "engine/processes").path("items"), "key", "ScanDeviceProcess");
        JsonNode path = read(walk.id(), "engine/processes/" + run.path("id").asText());
        assertThat(path.path("failures").path("Timer_ScanOverdue").asInt()).isEqualTo(1);
    }

    @Test
    void givesTheCaseFileInTheFormatsItNamesAndNoOther() {
        for (JsonNode format : read(Shared.CASE.id(), "facts").path("formats")) {
            HttpResponse<String> file = ask(Shared.CASE.id(), "proof/case-file?format=" + format.asText());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .isEqualTo("attachment; filename=\"case-" + Shared.CASE.id() + "." + format.asText() + "\"");
        }
        assertThat(ask(Shared.CASE.id(), "proof/case-file?format=exe").statusCode())
                .isEqualTo(400);
    }

    private static JsonNode path(JsonNode runs, String key) {
        return read(
                Shared.CASE.id(),
                "engine/processes/" + one(runs, "key", key).path("id").asText());
    }

    private static JsonNode one(JsonNode list, String member, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + list));
    }

    private static JsonNode read(String incident, String path) {
        HttpResponse<String> answer = ask(incident, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Tasklist.read(answer);
    }

    private static HttpResponse<String> ask(String incident, String path) {
        return Shared.AUDITOR.send("GET", address(incident, path), null, null);
    }

    private static String address(String incident, String path) {
        return "/camunda/api/cockpit/plugin/case-history/default/case/" + incident + "/" + path;
    }
}
