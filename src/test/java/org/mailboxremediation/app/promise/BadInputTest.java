package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.app.Tasklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports that cannot be taken: each is answered with a problem document (RFC 9457), and leaves nothing half-made. */
class BadInputTest extends PromiseTest {

    /** What only a report adds to: earlier tests' cases may still be at work, but none of them opens another case. */
    private static final Map<String, String> WRITTEN = Map.of(
            "incident", "true",
            "incident_symptom", "true",
            "incident_risk_factor", "true",
            "incident_colleague", "true",
            "device", "true",
            "outbox_command", "case_id not in (select id from incident)",
            "case_event", "case_id not in (select id from incident)",
            "chain_head", "case_id not in (select id from incident)",
            "act_hi_procinst", "business_key_ is null or business_key_ not in (select id from incident)");

    static Stream<Arguments> brokenRules() {
        Map<String, String> device = Map.of("name", "x", "kind", "LAPTOP", "owner", "y");
        return Stream.of(
                with("mailbox", "no-address-at-all", "mailbox"),
                with("mailbox", "a b@example.com", "mailbox"),
                with("mailbox", "@example.com", "mailbox"),
                with("mailbox", 7, "mailbox"),
                with("mailbox", null, "mailbox"),
                with("symptoms", List.of("BOUNCES", "GREMLINS"), "symptoms[1]"),
                with("symptoms", List.of("bounces"), "symptoms[0]"),
                with("symptoms", List.of(), "symptoms"),
                with("symptoms", "BOUNCES", "symptoms"),
                with("riskFactors", List.of("BOUNCES"), "riskFactors[0]"),
                with("devices", Collections.nCopies(10_000, device), "devices"),
                with("devices", List.of(Map.of("name", "x", "kind", "TOASTER", "owner", "y")), "devices[0].kind"),
                with("devices", List.of(Map.of("name", "x", "kind", "LAPTOP")), "devices[0].owner"),
                with("colleagues", List.of("bob@example.com", "nobody"), "colleagues[1]"),
                with("note", "n".repeat(1024 * 1024), "note"),
                with("note", "a\u0000b", "note"),
                with("severity", "LOW", "severity"),
                with("reporter", Map.of("name", "x", "role", "root"), "reporter.role"),
                with("owner", Map.of("name", "x", "password", "y"), "owner.password"));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void memberThatBreaksARuleIsNamed(Map<String, Object> report, String field, @Autowired JdbcClient jdbc) {
        Map<String, Long> before = counts(jdbc);
        HttpResponse<String> answer = api("admin").post("/api/incidents", report);
        JsonNode problem = problem(answer, 400);
        assertThat(problem.path("fields")).as(answer.body()).anySatisfy(broken -> {
            assertThat(broken.path("field").asText()).isEqualTo(field);
            assertThat(broken.path("rule").asText()).isNotBlank();
        });
        assertThat(counts(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "7",
                "{",
                "{\"mailbox\":\"a@example.com\"} {}",
                "not json",
                "{\"mailbox\":NaN}",
                "{\"mailbox\":\"a@example.com\",\"mailbox\":\"b@example.com\"}"
            })
    void bodyThatIsNoReportIsRefused(String body, @Autowired JdbcClient jdbc) {
        Map<String, Long> before = counts(jdbc);
        problem(api("admin").post("/api/incidents", body), 400);
        assertThat(counts(jdbc)).isEqualTo(before);
    }

    @Test
    void bodyBeyondItsBoundIsRefusedUnread(@Autowired JdbcClient jdbc) {
        Map<String, Long> before = counts(jdbc);
        problem(api("admin").post("/api/incidents", "{\"note\":\"" + "n".repeat(3 * 1024 * 1024) + "\"}"), 413);
        problem(api("admin").post("/api/incidents", "[".repeat(100_000)), 400);
        assertThat(counts(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-here@example.com", "ghost@example.com"})
    void unknownMailboxMakesNoCase(String mailbox, @Autowired JdbcClient jdbc) {
        refusedFor(mailbox, "UNKNOWN_MAILBOX", jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"someone@exchange.example.org", "someone@elsewhere.example", "x@sub.example.com"})
    void foreignOrExchangeDomainIsTurnedAwayWithTheArticleForIt(String mailbox, @Autowired JdbcClient jdbc) {
        JsonNode problem = refusedFor(mailbox, "FOREIGN_DOMAIN", jdbc);
        assertThat(problem.path("detail").asText()).contains("exchange");
    }

    @Test
    void aliasIsRefusedNamingItsMailboxes(@Autowired JdbcClient jdbc) {
        JsonNode problem = refusedFor("sales@example.com", "ALIAS", jdbc);
        assertThat(problem.path("mailboxes").toString()).contains("bob@example.com", "carol@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/csv", "multipart/form-data; boundary=x"})
    void wrongMediaTypeIsRefused(String type, @Autowired JdbcClient jdbc) {
        Map<String, Long> before = counts(jdbc);
        byte[] body = "{\"mailbox\":\"a@example.com\",\"symptoms\":[\"BOUNCES\"]}".getBytes(StandardCharsets.UTF_8);
        problem(api("admin").send("POST", "/api/incidents", body, type), 415);
        assertThat(counts(jdbc)).isEqualTo(before);
    }

    @Test
    void secondReportIsAddedToTheOpenCase(@Autowired JdbcClient jdbc) {
        String id = openCase();
        String mailbox = mailboxOf(id);
        HttpResponse<String> again = api("reporter").post("/api/incidents", report(mailbox, "UNFAMILIAR_MAIL"));
        JsonNode problem = problem(again, 409);
        assertThat(problem.path("incident").asText()).isEqualTo(id);
        assertThat(problem.path("link").asText()).isEqualTo("/api/incidents/" + id);
        assertThat(again.headers().firstValue("Location")).contains("/api/incidents/" + id);
        assertThat(incident(id).path("symptoms").toString()).contains("BOUNCES", "UNFAMILIAR_MAIL");
        assertThat(incident(id).path("devices")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from incident where mailbox = :mailbox")
                        .param("mailbox", mailbox)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void restOfTheApiNamesWhatIsWrongToo() {
        String id = openCase();
        String scans = "/api/incidents/" + id + "/devices/" + device(id) + "/scans";
        named(
                api("admin")
                        .post("/api/incidents/" + id + "/devices", Map.of("name", "x", "kind", "SPOON", "owner", "y")),
                "kind");
        named(api("admin").post(scans, Map.of("verdict", "spotless")), "verdict");
        Map<String, Object> backwards = claim("clean");
        backwards.put("finishedAt", "2020-01-01T00:00:00Z");
        named(api("admin").post(scans, backwards), "finishedAt");
        named(api("admin").get("/api/incidents?size=100000"), "size");
        named(api("admin").get("/api/incidents?status=BROKEN"), "status");
        named(api("admin").send("DELETE", "/api/blocks/x", null, null), "reason");
        named(api("admin").upload("/api/incidents/" + id + "/malicious-message", "message", new byte[0]), "message");
        problem(
                api("admin")
                        .upload("/api/incidents/" + id + "/malicious-message", "message", new byte[26 * 1024 * 1024]),
                413);
        problem(api("admin").get("/api/incidents/" + id + "x"), 404);
        problem(api("admin").get("/api/incidents/" + "x".repeat(5000)), 404);
    }

    private static void named(HttpResponse<String> answer, String field) {
        assertThat(problem(answer, 400).path("fields").toString()).contains("\"" + field + "\"");
    }

    private static JsonNode refusedFor(String mailbox, String reason, JdbcClient jdbc) {
        Map<String, Long> before = counts(jdbc);
        JsonNode problem = problem(api("admin").post("/api/incidents", report(mailbox, "BOUNCES")), 422);
        assertThat(problem.path("reason").asText()).isEqualTo(reason);
        assertThat(counts(jdbc)).isEqualTo(before);
        return problem;
    }

    private static Arguments with(String member, Object value, String field) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("mailbox", "dave@example.com");
        report.put("symptoms", List.of("BOUNCES"));
        report.put(member, value);
        return Arguments.of(report, field);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Tasklist.read(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem;
    }

    /** Rows that a report writes, or leaves behind without a case. What else hangs on a case cannot be without one. */
    private static Map<String, Long> counts(JdbcClient jdbc) {
        Map<String, Long> counts = new LinkedHashMap<>();
        WRITTEN.forEach((table, which) -> counts.put(
                table,
                jdbc.sql("select count(*) from " + table + " where " + which)
                        .query(Long.class)
                        .single()));
        return counts;
    }
}
