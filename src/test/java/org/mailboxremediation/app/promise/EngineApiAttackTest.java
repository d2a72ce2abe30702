package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way into the engine that the web applications' own API gives a person, walked by every kind of person. */
@Tag(DatabaseKind.ONCE)
class EngineApiAttackTest extends PromiseTest {

    /** A call: method, path and body. */
    private record Way(String method, String path, Object body) {}

    @ParameterizedTest
    @ValueSource(strings = {"admin", "lead", "auditor", "reporter"})
    void nobodyChangesARunningCaseBehindTheForms(String user, @Autowired JdbcClient jdbc) {
        String id = blockedCase();
        await(() -> settled(jdbc, id), "a case that waits for people only");
        JsonNode task = task("admin", id, "UserTask_ListDevices");
        Map<String, Object> before = state(jdbc, id);
        List<Way> ways = ways(id, task, jdbc);
        String other = user.equals("lead") ? "admin" : "lead";
        ways.add(new Way("PUT", "/user/" + other + "/profile", Map.of("id", other, "firstName", "Mallory")));
        for (Way way : ways) {
            HttpResponse<String> answer = person(user).engine(way.method(), way.path(), way.body());
            assertThat(answer.statusCode())
                    .as(user + " " + way.method() + " " + way.path() + " " + answer.body())
                    .isBetween(400, 499);
        }
        assertThat(state(jdbc, id)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "reporter"})
    void whoDoesNotWorkTasksCannotTouchOneAtAll(String user, @Autowired JdbcClient jdbc) {
        String id = blockedCase();
        await(() -> settled(jdbc, id), "a case that waits for people only");
        String task =
                "/task/" + task("admin", id, "UserTask_ListDevices").path("id").asText();
        Map<String, Object> before = state(jdbc, id);
        for (Way way : List.of(
                new Way("POST", task + "/claim", Map.of("userId", user)),
                new Way("POST", task + "/unclaim", null),
                new Way("POST", task + "/assignee", Map.of("userId", user)),
                new Way("POST", task + "/comment/create", Map.of("message", "I was here")),
                new Way("POST", task + "/submit-form", variables("devices", "[]", "Json")),
                new Way("POST", task + "/complete", variables("devices", "[]", "Json")))) {
            refused(person(user).engine(way.method(), way.path(), way.body()));
        }
        assertThat(state(jdbc, id)).isEqualTo(before);
    }

    @Test
    void auditorWhoStartsAProcessByItsFormReportsNothing(@Autowired JdbcClient jdbc) {
        String mailbox = mailbox();
        refused(person("auditor")
                .start("SecureMailboxProcess", Map.of("mailbox", mailbox, "symptoms", List.of("BOUNCES"))));
        assertThat(rows(jdbc, "incident where mailbox", mailbox)).isZero();
        assertThat(imapTakes(mailbox, firstPassword(mailbox))).isTrue();
        String id = openCase();
        Map<String, String> ending =
                Map.of("mailbox", mailboxOf(id), "ending", "CANCEL_KEEP_BLOCKED", "reason", "I feel like it");
        refused(person("auditor").start("EndCaseProcess", ending));
        refused(person("reporter").start("EndCaseProcess", ending));
        assertThat(rows(jdbc, "attestation where kind = 'ENDING_REQUESTED' and incident_id", id))
                .isZero();
    }

    @Test
    void starterDoesNotChooseTheCaseThatAProcessBelongsTo(@Autowired JdbcClient jdbc) {
        String mailbox = mailbox();
        String victim = openCase();
        for (String user : List.of("admin", "lead", "reporter")) {
            refused(person(user)
                    .engine(
                            "POST",
                            "/process-definition/key/SecureMailboxProcess/submit-form",
                            Map.of(
                                    "businessKey",
                                    victim,
                                    "variables",
                                    Map.of(
                                            "mailbox", Map.of("value", mailbox, "type", "String"),
                                            "symptoms", Map.of("value", "[\"BOUNCES\"]", "type", "Json")))));
        }
        assertThat(rows(jdbc, "incident where mailbox", mailbox)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "File", "Bytes", "Xml"})
    void fieldTakesNoObjectWhoseClassTheSenderNames(String type) {
        String id = openCase();
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        String task = task("admin", id, "UserTask_AttestScan").path("id").asText();
        Map<String, Object> reason = new HashMap<>(Map.of("value", "\"x\"", "type", type));
        reason.put(
                "valueInfo",
                Map.of(
                        "objectTypeName", "java.util.concurrent.atomic.AtomicReference",
                        "serializationDataFormat", "application/json",
                        "filename", "x.txt"));
        Map<String, Object> all = Map.of("verdict", Map.of("value", "RETIRED", "type", "String"), "reason", reason);
        for (String route : List.of("submit-form", "complete")) {
            refused(person("admin").engine("POST", "/task/" + task + "/" + route, Map.of("variables", all)));
        }
        assertThat(incident(id).path("devices").path(0).path("state").asText()).isEqualTo("UNSCANNED");
    }

    @Test
    void formsRulesHoldWhateverClientSubmits() {
        String id = blockedCase();
        HttpResponse<String> asked = person("admin")
                .start(
                        "EndCaseProcess",
                        Map.of("mailbox", mailboxOf(id), "ending", "OWNER_UNREACHABLE", "reason", "x"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(400);
        assertThat(asked.body()).contains("at least 5 characters");
    }

    @Test
    void expressionsInFiltersAreNotRun() {
        for (String user : List.of("admin", "lead", "auditor", "reporter")) {
            Map<String, Object> filter = Map.of(
                    "resourceType",
                    "Task",
                    "name",
                    "mine",
                    "query",
                    Map.of("assigneeExpression", "${''.getClass().forName('java.lang.Runtime')}"),
                    "properties",
                    Map.of());
            refused(person(user).engine("POST", "/filter/create", filter));
            HttpResponse<String> query = person(user)
                    .engine(
                            "POST",
                            "/task",
                            Map.of("assigneeExpression", "${1+1}", "candidateGroupExpression", "${2}"));
            assertThat(query.statusCode()).as(query.body()).isNotEqualTo(200);
        }
    }

    @Test
    void auditorReadsHistory() {
        String id = openCase();
        // A person's operation, whichever test runs first.
        person("admin").claim(task("admin", id, "UserTask_ListDevices"));
        Tasklist cockpit = person("auditor");
        for (String path : List.of(
                "/history/process-instance?processInstanceBusinessKey=" + id,
                "/history/activity-instance?maxResults=5",
                "/history/task?maxResults=5",
                "/history/variable-instance?maxResults=5",
                "/history/user-operation?maxResults=5",
                "/process-definition")) {
            HttpResponse<String> answer = cockpit.engine("GET", path, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(Tasklist.read(answer)).as(path).isNotEmpty();
        }
    }

    @Test
    void reporterReadsNoCaseInTheEngine() {
        String id = openCase();
        for (String path : List.of(
                "/task",
                "/process-instance",
                "/history/process-instance",
                "/history/variable-instance",
                "/history/task",
                "/variable-instance")) {
            HttpResponse<String> answer = person("reporter").engine("GET", path, null);
            assertThat(answer.statusCode() == 403 || answer.body().equals("[]"))
                    .as(path + " " + answer.body())
                    .isTrue();
        }
        assertThat(person("reporter").tasks(id, "UserTask_ListDevices")).isEmpty();
    }

    private static List<Way> ways(String id, JsonNode task, JdbcClient jdbc) {
        List<Way> ways = new ArrayList<>();
        String t = "/task/" + task.path("id").asText();
        ways.add(new Way("POST", t + "/submit-form", variables("scanClean", true, "Boolean")));
        ways.add(new Way("POST", t + "/complete", variables("scanClean", true, "Boolean")));
        ways.add(new Way("POST", t + "/resolve", variables("scanClean", true, "Boolean")));
        ways.add(new Way("POST", t + "/delegate", Map.of("userId", "reporter")));
        ways.add(new Way("PUT", t, Map.of("name", "renamed", "assignee", "reporter")));
        ways.add(new Way("DELETE", t, null));
        ways.add(new Way("POST", t + "/bpmnError", Map.of("errorCode", "x")));
        ways.add(new Way("POST", t + "/bpmnEscalation", Map.of("escalationCode", "x")));
        ways.add(new Way("POST", t + "/identity-links", Map.of("userId", "reporter", "type", "candidate")));
        ways.add(new Way(
                "POST", t + "/identity-links/delete", Map.of("groupId", "mailbox-admins", "type", "candidate")));
        for (String scope : List.of("variables", "localVariables")) {
            ways.add(new Way("PUT", t + "/" + scope + "/facts", Map.of("value", "all is well", "type", "String")));
            ways.add(new Way("POST", t + "/" + scope, Map.of("modifications", Map.of("x", Map.of("value", 1)))));
            ways.add(new Way("DELETE", t + "/" + scope + "/facts", null));
        }
        ways.add(new Way("POST", "/task/create", Map.of("id", "own-" + id, "name", "mine")));
        for (String instance : instances(jdbc, id)) {
            String p = "/process-instance/" + instance;
            String e = "/execution/" + instance;
            ways.add(new Way("PUT", p + "/variables/deviceId", Map.of("value", "x", "type", "String")));
            ways.add(new Way("POST", p + "/variables", Map.of("modifications", Map.of("x", Map.of("value", 1)))));
            ways.add(new Way("DELETE", p + "/variables/mailbox", null));
            ways.add(new Way("POST", p + "/modification", modification()));
            ways.add(new Way("POST", p + "/modification-async", modification()));
            ways.add(new Way("PUT", p + "/suspended", Map.of("suspended", true)));
            ways.add(new Way("DELETE", p, null));
            ways.add(new Way("POST", p + "/comment", Map.of("message", "x")));
            ways.add(new Way("POST", e + "/signal", variables("x", 1, "Integer")));
            ways.add(new Way("PUT", e + "/localVariables/x", Map.of("value", 1)));
            ways.add(new Way("POST", e + "/localVariables", Map.of("modifications", Map.of("x", Map.of("value", 1)))));
            ways.add(new Way("POST", e + "/messageSubscriptions/Message_DeviceAdded/trigger", Map.of()));
            ways.add(new Way("POST", e + "/create-incident", Map.of("incidentType", "x")));
            ways.add(new Way("POST", "/process-instance/delete", Map.of("processInstanceIds", List.of(instance))));
            ways.add(new Way(
                    "POST",
                    "/process-instance/variables-async",
                    Map.of("processInstanceIds", List.of(instance), "variables", Map.of("x", Map.of("value", 1)))));
            ways.add(new Way("DELETE", "/history/process-instance/" + instance, null));
        }
        for (String message : List.of("Message_DeviceAdded", "Message_EndingConfirmed", "Message_LaterFactShutsGate")) {
            ways.add(new Way("POST", "/message", Map.of("messageName", message, "businessKey", id, "all", true)));
        }
        ways.add(new Way("POST", "/signal", Map.of("name", "x")));
        ways.add(new Way("POST", "/condition", variables("x", 1, "Integer")));
        for (String key : List.of("SecureMailboxProcess", "RestoreAccessProcess", "EndCaseProcess")) {
            ways.add(new Way("POST", "/process-definition/key/" + key + "/start", Map.of("businessKey", id)));
        }
        ways.add(
                new Way("POST", "/process-definition/key/RestoreAccessProcess/submit-form", Map.of("businessKey", id)));
        ways.add(new Way("PUT", "/process-definition/key/SecureMailboxProcess/suspended", Map.of("suspended", true)));
        ways.add(new Way("DELETE", "/process-definition/key/SecureMailboxProcess", null));
        ways.add(new Way(
                "PUT", "/process-definition/suspended", Map.of("suspended", true, "processDefinitionKey", "x")));
        ways.add(new Way("POST", "/decision-definition/key/triage/evaluate", variables("x", 1, "Integer")));
        ways.addAll(administration(jdbc));
        return ways;
    }

    private static List<Way> administration(JdbcClient jdbc) {
        List<Way> ways = new ArrayList<>();
        for (String deployment : jdbc.sql("select id_ from act_re_deployment")
                .query(String.class)
                .list()) {
            ways.add(new Way("DELETE", "/deployment/" + deployment + "?cascade=true", null));
            ways.add(new Way("POST", "/deployment/" + deployment + "/redeploy", Map.of()));
        }
        for (String job : jdbc.sql("select id_ from act_ru_job").query(String.class).list().stream()
                .limit(3)
                .toList()) {
            ways.add(new Way("PUT", "/job/" + job + "/retries", Map.of("retries", 0)));
            ways.add(new Way("POST", "/job/" + job + "/execute", null));
            ways.add(new Way("PUT", "/job/" + job + "/duedate", Map.of("duedate", "2020-01-01T00:00:00.000+0000")));
            ways.add(new Way("DELETE", "/job/" + job, null));
            ways.add(new Way("PUT", "/job/" + job + "/suspended", Map.of("suspended", true)));
        }
        for (String filter :
                jdbc.sql("select id_ from act_ru_filter").query(String.class).list()) {
            ways.add(new Way("DELETE", "/filter/" + filter, null));
            ways.add(new Way("PUT", "/filter/" + filter, Map.of("name", "x", "resourceType", "Task")));
        }
        ways.add(new Way(
                "PUT", "/job/suspended", Map.of("suspended", true, "processDefinitionKey", "SecureMailboxProcess")));
        ways.add(new Way("POST", "/filter/create", Map.of("resourceType", "Task", "name", "x")));
        ways.add(new Way(
                "POST",
                "/migration/generate",
                Map.of("sourceProcessDefinitionId", "x", "targetProcessDefinitionId", "y")));
        ways.add(new Way(
                "POST", "/migration/execute", Map.of("migrationPlan", Map.of(), "processInstanceIds", List.of("x"))));
        ways.add(new Way(
                "POST",
                "/authorization/create",
                Map.of(
                        "type",
                        1,
                        "permissions",
                        List.of("ALL"),
                        "userId",
                        "reporter",
                        "resourceType",
                        0,
                        "resourceId",
                        "*")));
        ways.add(new Way(
                "POST",
                "/user/create",
                Map.of("profile", Map.of("id", "eve"), "credentials", Map.of("password", "Eve-Eve-Eve-1"))));
        ways.add(new Way("PUT", "/group/mailbox-admins/members/reporter", null));
        ways.add(new Way("DELETE", "/group/mailbox-admins/members/admin", null));
        ways.add(new Way("POST", "/group/create", Map.of("id", "camunda-admin", "name", "x", "type", "SYSTEM")));
        ways.add(new Way("PUT", "/group/camunda-admin/members/admin", null));
        ways.add(new Way("POST", "/tenant/create", Map.of("id", "x", "name", "x")));
        ways.add(new Way("DELETE", "/user/lead", null));
        ways.add(new Way("PUT", "/user/dave/credentials", Map.of("password", "New-Password-1")));
        ways.add(new Way("POST", "/history/cleanup?immediatelyDue=true", null));
        ways.add(new Way("POST", "/telemetry/configuration", Map.of("enableTelemetry", true)));
        return ways;
    }

    private static Map<String, Object> modification() {
        return Map.of(
                "instructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", "CallActivity_RestoreAccess")));
    }

    private static Map<String, Object> variables(String name, Object value, String type) {
        return Map.of("variables", Map.of(name, Map.of("value", value, "type", type)));
    }

    private static List<String> instances(JdbcClient jdbc, String id) {
        return jdbc.sql("select distinct e.proc_inst_id_ from act_ru_execution e join act_ru_execution r"
                        + " on r.id_ = e.root_proc_inst_id_ where r.business_key_ = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** What a change would show in: all that is remembered of the case, here and in the engine. */
    private static Map<String, Object> state(JdbcClient jdbc, String id) {
        Map<String, Object> state = new TreeMap<>();
        JsonNode incident = incident(id);
        for (String member :
                List.of("status", "access", "openTasks", "restoreDecision", "devices", "passwordChanges")) {
            state.put(member, incident.path(member));
        }
        // That it was refused is kept, of those who may work the task.
        state.put(
                "events",
                StreamSupport.stream(events(id).spliterator(), false)
                        .filter(event -> !event.path("type").asText().equals("TaskInputRefused"))
                        .map(event -> event.path("type").asText() + event.path("payload"))
                        .toList());
        String ours =
                " where root_proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = '" + id + "')";
        for (String table : List.of("act_ru_execution", "act_hi_varinst", "act_hi_actinst", "act_hi_comment")) {
            state.put(
                    table,
                    jdbc.sql("select count(*) from " + table + ours)
                            .query(Long.class)
                            .single());
        }
        for (String table : List.of(
                "act_re_deployment",
                "act_re_procdef",
                "act_id_user",
                "act_id_group",
                "act_id_membership",
                "act_ru_filter",
                "act_ru_authorization")) {
            state.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return state;
    }

    private static boolean settled(JdbcClient jdbc, String id) {
        return rows(jdbc, "outbox_command where signalled_at is null and case_id", id) == 0
                && rows(jdbc, "notice where status = 'QUEUED' and incident_id", id) == 0
                && api("admin").openTasks(id).contains("UserTask_ProvideMessage");
    }

    private static int rows(JdbcClient jdbc, String where, String id) {
        return jdbc.sql("select count(*) from " + where + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
