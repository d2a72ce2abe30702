package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the dashboard counts, beside other tests' cases. */
class CaseDashboardTest extends AppTest {

    private static final String DASHBOARD = "/camunda/api/cockpit/plugin/case-history/default/dashboard";

    private final Api api = new Api(url(""), "admin");

    @Autowired
    private TaskService tasks;

    @Test
    void anEndedCaseIsOnTheMapAndInTheTimes() {
        JsonNode before = dashboard("DAYS");
        EndedCase.of(url(""), mailbox());
        JsonNode after = dashboard("DAYS");

        assertThat(passages(after, "RuleTask_TriageIncident"))
                .isGreaterThan(passages(before, "RuleTask_TriageIncident"));
        assertThat(cases(after, "timeToLockOut")).isGreaterThan(cases(before, "timeToLockOut"));
        assertThat(newest(after, "timeToLockOut").path("p95").asDouble())
                .isGreaterThanOrEqualTo(
                        newest(after, "timeToLockOut").path("median").asDouble())
                .isPositive();
        assertThat(after.path("model").asText()).contains("id=\"SecureMailboxProcess\"");
        assertThat(dashboard("WEEKS").path("unit").asText()).isEqualTo("WEEK");
        assertThat(dashboard("MONTHS").path("passages")).isNotEmpty();
    }

    @Test
    void anOpenCaseIsInItsStepsAndItsLateTaskIsNamed() {
        JsonNode before = dashboard("DAYS");
        String mailbox = mailbox();
        String incident = EndedCase.reported(api, mailbox);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(incident)
                .taskDefinitionKey("UserTask_ProvideMessage")
                .singleResult()
                .getId();
        tasks.setDueDate(task, Date.from(Clock.systemUTC().instant().minus(Duration.ofDays(400))));

        JsonNode after = dashboard("DAYS");
        assertThat(after.path("steps").path(3).path("name").asText()).isEqualTo("Trace and block the source");
        assertThat(after.path("steps").path(3).path("active").asInt())
                .isGreaterThan(before.path("steps").path(3).path("active").asInt() - 1)
                .isPositive();
        assertThat(after.path("overdue").path("count").asInt()).isPositive();
        assertThat(StreamSupport.stream(after.path("overdue").path("tasks").spliterator(), false))
                .anySatisfy(late -> {
                    assertThat(late.path("mailbox").asText()).isEqualTo(mailbox);
                    assertThat(late.path("incidentId").asText()).isEqualTo(incident);
                    assertThat(late.path("name").asText()).isEqualTo("Provide malicious message");
                });
    }

    private static JsonNode dashboard(String period) {
        return Tasklist.read(
                Tasklist.login(url(""), "auditor", "cockpit").send("GET", DASHBOARD + "?period=" + period, null, null));
    }

    private static long passages(JsonNode dashboard, String element) {
        return dashboard.path("passages").path(element).asLong();
    }

    private static long cases(JsonNode dashboard, String measure) {
        return newest(dashboard, measure).path("cases").asLong();
    }

    private static JsonNode newest(JsonNode dashboard, String measure) {
        JsonNode points = dashboard.path(measure);
        return points.path(points.size() - 1);
    }
}
