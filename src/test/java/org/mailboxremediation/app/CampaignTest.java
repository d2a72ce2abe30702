package org.mailboxremediation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many mailboxes at once, on the sandbox. Its mailboxes are those behind the ones that {@link #mailbox()} hands out. */
class CampaignTest extends AppTest {

    private static final int FIRST = 501;
    private static final int MANY = 80;

    private final Api admin = new Api(url(""), "admin");
    private final Api auditor = new Api(url(""), "auditor");

    @Test
    void aCampaignLocksEveryMailboxOutAndStartsItsProcedure() {
        String known = mailbox();
        admin.post("/api/incidents", Map.of("mailbox", known, "symptoms", List.of("BOUNCES")));
        StringBuilder file = new StringBuilder("mailbox,symptoms,riskFactors,note\n");
        for (int number = FIRST; number < FIRST + MANY; number++) {
            file.append("user%05d@example.com,BOUNCES;FORWARDING_ADDED,WEAK_PASSWORD,\n".formatted(number));
        }
        file.append("nobody-has-this@example.com,BOUNCES,,\n")
                .append(known)
                .append(",UNFAMILIAR_MAIL,,\n")
                .append("eve@foreign.example,BOUNCES,,\n");
        HttpResponse<String> accepted =
                admin.send("POST", "/api/campaigns", file.toString().getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String path = accepted.headers().firstValue("Location").orElseThrow();

        JsonNode done = await(
                () -> {
                    JsonNode now = Tasklist.read(auditor.get(path));
                    return now.path("state").asText().equals("DONE")
                                    && now.path("rejected").asInt() == 2
                            ? now
                            : null;
                },
                () -> "a campaign that is done: " + auditor.get(path).body());
        assertThat(done.path("total").asInt()).isEqualTo(MANY + 3);
        assertThat(done.path("started").asInt()).isEqualTo(MANY);
        assertThat(done.path("duplicate").asInt()).isEqualTo(1);
        assertThat(done.path("verified").asInt()).isEqualTo(MANY);
        assertThat(done.path("lockedOut").asInt()).isEqualTo(MANY);
        assertThat(done.path("failed").asInt()).isZero();
        assertThat(done.path("expectedAt").isNull()).isTrue();
        JsonNode times = done.path("timeToLockOut");
        assertThat(Duration.parse(times.path("p50").asText()))
                .isPositive()
                .isLessThanOrEqualTo(Duration.parse(times.path("p99").asText()));

        JsonNode rows = Tasklist.read(auditor.get(path + "/rows?size=200"));
        assertThat(rows.get(MANY).path("reason").asText()).isEqualTo("UNKNOWN_MAILBOX");
        assertThat(rows.get(MANY + 1).path("outcome").asText()).isEqualTo("DUPLICATE");
        assertThat(rows.get(MANY + 2).path("reason").asText()).isEqualTo("FOREIGN_DOMAIN");
        assertThat(admin.incident(rows.get(MANY).path("incident").asText())
                        .path("status")
                        .asText())
                .isEqualTo("CANCELLED");
        for (int row = 0; row < MANY; row += 20) {
            String incident = rows.get(row).path("incident").asText();
            await(
                    () -> admin.openTasks(incident).contains("UserTask_ListDevices"),
                    () -> "the device list of " + admin.incident(incident));
            assertThat(admin.openTasks(incident)).contains("UserTask_ProvideMessage");
        }
    }
}
