package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every call that could change something, taken from the routes themselves and tried by whoever may change nothing. A new
 * route is tried by itself; a POST that only reads has to be reviewed and listed in {@code reading-posts.txt}. The table goes
 * to {@code target/changing-calls.md}.
 */
@Tag(DatabaseKind.ONCE)
class ChangingCallsTest extends PromiseTest {

    private static final Pattern PARAMETER = Pattern.compile("([\\w-]*)/?\\{\\s*(\\w+)[^}]*}");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final Path REVIEWED = Path.of("src/test/resources/casefile/reading-posts.txt");
    /** A person's own session is theirs to begin and to end. */
    private static final Set<String> OWN_SESSION = Set.of(
            "POST /camunda/api/admin/auth/user/{processEngineName}/login/{appName}",
            "POST /camunda/api/admin/auth/user/{processEngineName}/logout");

    private static final Set<String> ENGINE = Set.of("engine", "engineName", "processEngineName");
    /** What reporters are for. */
    private static final Set<String> REPORTING = Set.of("POST /api/incidents", "POST /api/device-scans");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private DataSource dataSource;

    private final Map<String, String> ids = new TreeMap<>();
    private final List<String> table = new ArrayList<>();

    @BeforeEach
    void aCaseToBeChanged() {
        String id = openCase();
        JsonNode task = task("admin", id, "UserTask_ListDevices");
        String instance = task.path("processInstanceId").asText();
        ids.put("incidents", id);
        ids.put("task", task.path("id").asText());
        ids.put("process-instance", instance);
        ids.put("execution", task.path("executionId").asText());
        ids.put("process-definition", task.path("processDefinitionId").asText());
        ids.put("key", "SecureMailboxProcess");
        ids.put("devices", device(id));
        ids.put("user", "admin");
        ids.put("group", "mailbox-admins");
        ids.put("variables", "incidentId");
        ids.put("localVariables", "incidentId");
        ids.put("credentials", credential(id));
        ids.put("deployment", first("/deployment"));
        ids.put("filter", first("/filter"));
        ids.put("authorization", first("/authorization"));
        ids.put("job", first("/job"));
        ids.put("job-definition", first("/job-definition"));
        ids.put("decision-definition", first("/decision-definition"));
    }

    @Test
    void auditorsAndReportersAreRefusedByEachCallOfTheApi() {
        Set<String> tried = new TreeSet<>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> calls(info).forEach(call -> {
                    String[] parts = call.split(" ", 2);
                    for (String user : List.of("auditor", "reporter")) {
                        HttpResponse<String> answer = api(user)
                                .send(
                                        parts[0],
                                        filled(parts[1]),
                                        "{\"reason\":\"tried\"}".getBytes(StandardCharsets.UTF_8),
                                        "application/json");
                        note(user, call, answer.statusCode());
                        if (user.equals("auditor") || !REPORTING.contains(call)) {
                            assertThat(answer.statusCode())
                                    .as(user + " " + call + " " + answer.body())
                                    .isEqualTo(403);
                        }
                    }
                    tried.add(call);
                }));
        assertThat(tried).contains("POST /api/incidents", "DELETE /api/blocks/{id}", "POST /api/incidents/{id}/purge");
        assertThat(tried).hasSizeGreaterThan(20);
        keep("changing-calls-api.md");
    }

    @Test
    void auditorsAreRefusedByEachCallOfTheWebApplications() throws IOException {
        Tasklist auditor = anotherBrowser("auditor");
        TableFingerprint fingerprint = new TableFingerprint(dataSource);
        Set<String> reviewed = new TreeSet<>(Files.readAllLines(REVIEWED));
        reviewed.removeIf(line -> line.isBlank() || line.startsWith("#"));
        Set<String> answered = new TreeSet<>();
        int tried = 0;
        Map<String, Long> before = quiet(fingerprint);
        for (ResourceRoutes.Route route : routes()) {
            if (OWN_SESSION.contains(route.name())) {
                continue;
            }
            HttpResponse<String> answer =
                    auditor.send(route.method(), filled(route.template()), Bodies.of(route), route.consumes());
            tried++;
            note("auditor", route.name(), answer.statusCode());
            assertThat(answer.statusCode())
                    .as("still logged in at " + route.name())
                    .isNotEqualTo(401);
            if (answer.statusCode() < 400) {
                answered.add(route.name());
                Map<String, Long> after = fingerprint.take();
                assertThat(after).as(route.name() + " changed a table").isEqualTo(before);
            }
        }
        keep("changing-calls-webapps.md");
        assertThat(fingerprint.take()).isEqualTo(before);
        Files.write(Path.of("target", "reading-posts-found.txt"), answered);
        assertThat(reviewed).as("each POST that answers is reviewed").containsAll(answered);
        assertThat(tried).isGreaterThan(200);
    }

    private static Set<ResourceRoutes.Route> routes() {
        Set<ResourceRoutes.Route> routes = new TreeSet<>();
        routes.addAll(ResourceRoutes.of("/camunda/api/engine", new EngineRestApplication()));
        routes.addAll(ResourceRoutes.of("/camunda/api/cockpit", new CockpitApplication()));
        routes.addAll(ResourceRoutes.of("/camunda/api/tasklist", new TasklistApplication()));
        routes.addAll(ResourceRoutes.of("/camunda/api/admin", new AdminApplication()));
        routes.addAll(ResourceRoutes.of("/camunda/api/welcome", new WelcomeApplication()));
        assertThat(routes)
                .extracting(ResourceRoutes.Route::name)
                .contains(
                        "POST /camunda/api/engine/engine/{name}/task/{id}/claim",
                        "DELETE /camunda/api/engine/engine/{name}/process-instance/{id}",
                        "POST /camunda/api/tasklist/plugin/mailbox-remediation/{engineName}/task/{taskId}/reveal");
        return routes;
    }

    private static Set<String> calls(RequestMappingInfo info) {
        Set<String> calls = new TreeSet<>();
        for (String pattern : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                if (CHANGING.contains(method.name())) {
                    calls.add(method.name() + " " + pattern);
                }
            }
        }
        return calls;
    }

    /** Real ids where the path says what they are of. */
    private String filled(String template) {
        Matcher parameters = PARAMETER.matcher(template);
        return parameters.replaceAll(found -> {
            String before = found.group(1);
            String name = found.group(2);
            String value = ENGINE.contains(name) || before.equals("engine")
                    ? "default"
                    : ids.getOrDefault(name.equals("taskId") ? "task" : before, "x");
            return Matcher.quoteReplacement(before + (found.group().contains("/") ? "/" : "") + value);
        });
    }

    private String first(String path) {
        JsonNode list = Tasklist.read(person("admin").engine("GET", path + "?maxResults=1", null));
        return list.path(0).path("id").asText("x");
    }

    /** The tables once nothing works on them any more. */
    private static Map<String, Long> quiet(TableFingerprint fingerprint) {
        return await(
                () -> {
                    Map<String, Long> first = fingerprint.take();
                    return first.equals(fingerprint.take()) ? first : null;
                },
                "tables at rest");
    }

    private void note(String user, String call, int status) {
        table.add("| " + user + " | `" + call + "` | " + status + " |");
    }

    private void keep(String file) {
        List<String> lines = new ArrayList<>(List.of("| who | call | answer |", "|---|---|---|"));
        lines.addAll(table);
        try {
            Files.write(Path.of("target", file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
