package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mailboxremediation.api.ApiContext.REPORTER;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class IncidentControllerTest {

    private final ApiContext api = new ApiContext();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aReportOpensAnIncidentAndStartsItsProcedure() {
        Answer answer = api.post("/api/incidents", """
                {"mailbox": "alice@example.com", "symptoms": ["FORWARDING_ADDED"], "riskFactors": ["WEAK_PASSWORD"],
                 "owner": {"name": "Alice", "contact": "+1 555 0100"}, "colleagues": ["bob@example.com"],
                 "devices": [{"name": "Laptop", "kind": "LAPTOP", "owner": "Alice", "identifier": "LT-1"}]}
                """, ADMIN);
        JsonNode body = answer.body();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().getHeader(HttpHeaders.LOCATION))
                .isEqualTo("/api/incidents/" + body.path("id").asText());
        assertThat(body.path("mailbox").asText()).isEqualTo("alice@example.com");
        assertThat(body.path("status").asText()).isEqualTo("OPEN");
        assertThat(body.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(body.path("access").asText()).isEqualTo("OPEN");
        assertThat(body.path("reporter").path("role").asText()).isEqualTo("administrator");
        assertThat(body.path("steps").findValuesAsText("state"))
                .containsExactly("ACTIVE", "PENDING", "PENDING", "PENDING", "PENDING");
        assertThat(body.path("passwordChanges").get(0).path("verification").asText())
                .isEqualTo("PENDING");
        assertThat(body.path("devices").get(0).path("state").asText()).isEqualTo("UNSCANNED");
        assertThat(body.path("notices").findValuesAsText("status")).contains("QUEUED");
        assertThat(body.path("restoreDecision").path("allowed").asBoolean()).isFalse();
        assertThat(body.path("restoreDecision").path("reasons")).isNotEmpty();
        assertThat(body.path("timeToLockOut").isNull()).isTrue();
        assertThat(body.path("lockOut").path("state").asText()).isEqualTo("PENDING");
        assertThat(body.path("lockOut").path("position").asInt()).isEqualTo(1);
        assertThat(Instant.parse(body.path("lockOut").path("expectedAt").asText()))
                .isAfter(api.database.clock.instant());
        verify(api.runtime).createProcessInstanceByKey("SecureMailboxProcess");
    }

    @Test
    void aSecondReportIsAddedToTheOpenIncident() {
        String id = api.report();
        String device = "{\"name\":\"Laptop\",\"kind\":\"LAPTOP\",\"owner\":\"Alice\"}";
        String second =
                "{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"BOUNCES\",\"UNFAMILIAR_MAIL\"],\"devices\":["
                        + device + "]}";
        Answer answer = api.post("/api/incidents", second, REPORTER);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.response().getContentType()).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(answer.response().getHeader(HttpHeaders.LOCATION)).isEqualTo("/api/incidents/" + id);
        assertThat(answer.body().path("incident").asText()).isEqualTo(id);
        assertThat(answer.body().path("link").asText()).isEqualTo("/api/incidents/" + id);
        assertThat(answer.body().path("added").path("symptoms").get(0).asText()).isEqualTo("UNFAMILIAR_MAIL");
        assertThat(answer.body().path("added").path("devices").asInt()).isEqualTo(1);

        Answer again = api.post("/api/incidents", second, REPORTER);
        assertThat(again.body().path("added").path("symptoms")).isEmpty();
        assertThat(again.body().path("added").path("devices").asInt()).isZero();
        assertThat(incident(id).path("devices")).hasSize(1);
        assertThat(incident(id).path("symptoms")).hasSize(2);
    }

    @Test
    void aReportThatLosesARaceForTheProcessIsTriedAgain() {
        String id = api.report();
        doThrow(new OptimisticLockingException("lost"))
                .doAnswer(RETURNS_DEEP_STUBS)
                .when(api.runtime)
                .createMessageCorrelation(any());
        Answer answer = api.post(
                "/api/incidents", "{\"mailbox\":\"alice@example.com\",\"symptoms\":[\"UNFAMILIAR_MAIL\"]}", ADMIN);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("added").path("symptoms")).hasSize(1);
        assertThat(incident(id).path("symptoms")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"sales@example.com,ALIAS", "nobody@example.com,UNKNOWN_MAILBOX", "alice@example.org,FOREIGN_DOMAIN"})
    void whatIsNoMailboxOfOursIsRefused(String mailbox, String reason) {
        Answer answer =
                api.post("/api/incidents", "{\"mailbox\":\"" + mailbox + "\",\"symptoms\":[\"BOUNCES\"]}", ADMIN);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
        assertThat(answer.body().has("mailboxes")).isEqualTo(reason.equals("ALIAS"));
        assertThat(api.get("/api/incidents", ADMIN).body().path("total").asInt())
                .isZero();
    }

    @Test
    void aReporterSeesOwnReportsOnly() {
        String id = api.report();
        assertThat(api.get("/api/incidents/" + id, REPORTER).status()).isEqualTo(404);
        assertThat(api.get("/api/incidents", REPORTER).body().path("total").asInt())
                .isZero();
        assertThat(api.get("/api/incidents/" + id, ADMIN).status()).isEqualTo(200);
        assertThat(api.get("/api/incidents", ADMIN).body().path("total").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "status=open,status",
        "mailbox=alice,mailbox",
        "page=-1,page",
        "page=10000000,page",
        "size=0,size",
        "size=201,size",
        "size=ten,size"
    })
    void badQueriesAreRefusedByName(String query, String field) {
        Answer answer = api.get("/api/incidents?" + query, ADMIN);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void emptyParametersAreAbsentOnes() {
        api.report();
        JsonNode page =
                api.get("/api/incidents?status=&mailbox=&page=&size=", ADMIN).body();
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("page").asInt()).isZero();
        assertThat(page.path("size").asInt()).isEqualTo(20);
        JsonNode other = api.get("/api/incidents?status=FALSE_ALARM&mailbox=alice@example.com", ADMIN)
                .body();
        assertThat(other.path("total").asInt()).isZero();
    }

    @Test
    void theTimeToLockOutRunsToTheFirstVerifiedChange() {
        String id = api.report();
        PasswordChanges changes = api.get(PasswordChanges.class);
        api.database.clock.advance(Duration.ofSeconds(90));
        api.database.inTransaction(() -> {
            String change = changes.newest(id).orElseThrow().id();
            changes.set(change, api.database.clock.instant());
            changes.settle(change, Verification.VERIFIED, List.of("imap:new-accepted"));
        });
        assertThat(incident(id).path("timeToLockOut").asText()).isEqualTo("PT1M30S");
        assertThat(incident(id).path("lockOut").path("state").asText()).isEqualTo("VERIFIED");
        assertThat(incident(id).path("lockOut").path("expectedAt").isNull()).isTrue();
        assertThat(incident(id)
                        .path("passwordChanges")
                        .get(0)
                        .path("verifiedBy")
                        .get(0)
                        .asText())
                .isEqualTo("imap:new-accepted");
    }

    @Test
    void eventsAreTheChainAsItWasHashed() {
        String id = api.report();
        JsonNode events = api.get("/api/incidents/" + id + "/events", ADMIN).body();
        assertThat(events.get(0).path("type").asText()).isEqualTo("IncidentReported");
        assertThat(events.get(0).path("case").asText()).isEqualTo(id);
        assertThat(events.get(0).path("at").asText()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(events.get(1).path("previous")).isEqualTo(events.get(0).path("hash"));
        assertThat(api.get("/api/incidents/none/events", ADMIN).status()).isEqualTo(404);
    }

    @Test
    void otherMediaTypesAndMethodsAreProblemsToo() {
        Answer xml = api.send(
                MockMvcRequestBuilders.post("/api/incidents")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<a/>"),
                ADMIN);
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.body().path("status").asInt()).isEqualTo(415);
        Answer put = api.send(MockMvcRequestBuilders.put("/api/incidents"), ADMIN);
        assertThat(put.status()).isEqualTo(405);
        assertThat(put.response().getHeader(HttpHeaders.ALLOW)).contains("POST");
        assertThat(put.body().path("detail").asText()).doesNotContain("PUT");
        Answer html = api.send(MockMvcRequestBuilders.get("/api/incidents").accept(MediaType.TEXT_HTML), ADMIN);
        assertThat(html.status()).isEqualTo(406);
        assertThat(html.body().path("status").asInt()).isEqualTo(406);
    }

    private JsonNode incident(String id) {
        return api.get("/api/incidents/" + id, ADMIN).body();
    }
}
