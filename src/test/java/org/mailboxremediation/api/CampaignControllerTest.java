package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mailboxremediation.api.ApiContext.LEAD;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.campaign.Campaign;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Reporter;
import org.mailboxremediation.incident.ReporterRole;
import org.mailboxremediation.incident.Symptom;
import org.mailboxremediation.process.CampaignIntake;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class CampaignControllerTest {

    private static final String HEADER = "mailbox,symptoms,riskFactors,note\n";

    private final ApiContext api = new ApiContext();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void eachRowIsCountedOnceUnderWhatBecameOfIt() {
        api.report();
        JsonNode done = takenIn(csv(HEADER
                + "alice@example.com,UNFAMILIAR_MAIL,,seen twice\n"
                + "bob@example.com,BOUNCES;UNFAMILIAR_MAIL,WEAK_PASSWORD,\"a note, with a comma\"\n"
                + "carol@elsewhere.example,BOUNCES,,\n"
                + "BOB@example.com,,PUBLIC_WIFI,\n"));
        assertThat(done.path("total").asInt()).isEqualTo(4);
        assertThat(done.path("started").asInt()).isEqualTo(1);
        assertThat(done.path("duplicate").asInt()).isEqualTo(2);
        assertThat(done.path("rejected").asInt()).isEqualTo(1);
        assertThat(done.path("state").asText()).isEqualTo("LOCKING_OUT");
        assertThat(Instant.parse(done.path("expectedAt").asText()))
                .isAfter(Instant.parse(done.path("submittedAt").asText()));
        assertThat(done.path("timeToLockOut").path("p99").isNull()).isTrue();
        JsonNode rows = api.get("/api/campaigns/" + done.path("id").asText() + "/rows", LEAD)
                .body();
        assertThat(rows.findValuesAsText("outcome")).containsExactly("DUPLICATE", "STARTED", "REJECTED", "DUPLICATE");
        assertThat(rows.get(2).path("reason").asText()).isEqualTo("FOREIGN_DOMAIN");
        Incident bob = open("bob@example.com");
        assertThat(bob.symptoms()).containsExactlyInAnyOrder(Symptom.BOUNCES, Symptom.UNFAMILIAR_MAIL);
        assertThat(bob.riskFactors()).hasSize(2);
        assertThat(bob.note()).isEqualTo("a note, with a comma");
        assertThat(open("alice@example.com").symptoms()).contains(Symptom.UNFAMILIAR_MAIL);
        assertThat(api.get(EventChain.class).check(bob.id()).intact()).isTrue();
    }

    @Test
    void jsonRowsAreReportsWithEverythingInThem() {
        String rows = "[{\"mailbox\":\"bob@example.com\",\"symptoms\":[\"BOUNCES\"],"
                + "\"devices\":[{\"name\":\"Laptop\",\"kind\":\"LAPTOP\",\"owner\":\"Bob\"}],"
                + "\"colleagues\":[\"alice@example.com\"]}]";
        JsonNode done = takenIn(api.post("/api/campaigns", rows, ADMIN));
        Incident bob = open("bob@example.com");
        assertThat(bob.reporter().userId()).isEqualTo("admin");
        assertThat(bob.colleagues()).containsExactly("alice@example.com");
        JsonNode incident = api.get("/api/incidents/" + bob.id(), ADMIN).body();
        assertThat(incident.path("devices").findValuesAsText("name")).containsExactly("Laptop");
        assertThat(incident.path("passwordChanges").get(0).path("cause").asText())
                .isEqualTo("REPORTED");
        assertThat(done.path("started").asInt()).isEqualTo(1);
        assertThat(takenIn(api.post("/api/campaigns", "{\"rows\":" + rows + "}", ADMIN))
                        .path("duplicate")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailbox,symptoms,riskFactors~a@example.com,BOUNCES,| header",
                "mailbox,mailbox,symptoms,note~| header",
                "mailbox;symptoms;riskFactors;note~| header",
                "H~bob@example.com,BOUNCES,,~no address,BOUNCES,,| rows[1].mailbox",
                "H~bob@example.com,NONSENSE,,| rows[0].symptoms[0]",
                "H~bob@example.com,,,| rows[0].symptoms",
                "H~bob@example.com,BOUNCES,| rows[0]",
                "H~bob@example.com,BOUNCES,,\"open| rows[0]",
                "H~| rows",
                "''| header"
            })
    void aFileThatBreaksARuleIsRefusedWhole(String file, String field) {
        ApiContext.Answer refused = csv(file.replace("~", "\n").replace("H\n", HEADER));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains(field);
        nothingIsStored();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| rows",
                "[]| rows",
                "{\"rows\":[],\"more\":1}| rows",
                "[{\"mailbox\":\"bob@example.com\",\"symptoms\":[\"BOUNCES\"]},7]| rows[1]",
                "[{\"mailbox\":\"bob@example.com\",\"symptoms\":[\"BOUNCES\"],\"nonsense\":1}]| rows[0].nonsense",
                "{nonsense| body"
            })
    void jsonThatBreaksARuleIsRefusedWhole(String body, String field) {
        ApiContext.Answer refused = api.post("/api/campaigns", body, ADMIN);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains(field);
        nothingIsStored();
    }

    @Test
    void sizesAreBounded() {
        String row = "bob@example.com,BOUNCES,,\n";
        assertThat(csv(HEADER + row.repeat(Campaigns.MAX_ROWS + 1)).fields()).contains("rows");
        assertThat(csv(HEADER + "bob@example.com,BOUNCES,," + "x".repeat(40_000))
                        .fields())
                .contains("rows[0]");
        assertThat(csv(HEADER + row.repeat(500_000)).status()).isEqualTo(413);
        nothingIsStored();
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin = (HEADER + "bob@example.com,BOUNCES,,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(send(latin).fields()).contains("body");
        byte[] marked = ("\uFEFF" + HEADER + "bob@example.com,BOUNCES,,caf\u00e9\r\n").getBytes(StandardCharsets.UTF_8);
        takenIn(send(marked));
        assertThat(open("bob@example.com").note()).isEqualTo("caf\u00e9");
    }

    @Test
    void anUnknownCampaignIsNotFound() {
        assertThat(api.get("/api/campaigns/nonsense", ADMIN).status()).isEqualTo(404);
    }

    @Test
    void whatAKillLeftOverIsGoneOnWith() {
        Report report = new Report(
                MailboxAddress.parse("bob@example.com"),
                new Reporter("admin", "admin", null, ReporterRole.ADMINISTRATOR),
                Owner.UNKNOWN,
                Set.of(Symptom.BOUNCES),
                Set.of(),
                List.of(),
                null);
        Campaign stored = api.database.inTransaction(() ->
                api.get(Campaigns.class).store("admin", List.of(new Campaigns.Entry(report, List.of()))));
        assertThat(progress(stored.id()).path("state").asText()).isEqualTo("TAKING_IN");
        api.get(CampaignIntake.class).goOn();
        await(stored.id());
        assertThat(open("bob@example.com").reportedAt()).isEqualTo(stored.submittedAt());
    }

    @Test
    void aRowThatAlwaysFailsIsGivenUpAndTheOthersGoOn() {
        database("alter table incident add constraint no_carol check (mailbox <> 'carol@example.com')");
        try {
            String id = csv(HEADER
                            + "bob@example.com,BOUNCES,,\ncarol@example.com,BOUNCES,,\ndave@example.com,BOUNCES,,\n")
                    .body()
                    .path("id")
                    .asText();
            JsonNode done = await(id, api.get(CampaignIntake.class)::goOn);
            assertThat(done.path("started").asInt()).isEqualTo(2);
            assertThat(done.path("rejected").asInt()).isEqualTo(1);
            JsonNode row =
                    api.get("/api/campaigns/" + id + "/rows", LEAD).body().get(1);
            assertThat(row.path("mailbox").asText()).isEqualTo("carol@example.com");
            assertThat(row.path("reason").asText()).isEqualTo("NOT_TAKEN_IN");
        } finally {
            database("alter table incident drop constraint no_carol");
        }
    }

    private void database(String statement) {
        api.database.jdbc.sql(statement).update();
    }

    private Incident open(String mailbox) {
        return api.get(Incidents.class).findOpen(MailboxAddress.parse(mailbox)).orElseThrow();
    }

    private void nothingIsStored() {
        assertThat(api.database
                        .jdbc
                        .sql("select count(*) from campaign")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private ApiContext.Answer csv(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    private ApiContext.Answer send(byte[] body) {
        return api.send(
                MockMvcRequestBuilders.post("/api/campaigns")
                        .contentType("text/csv")
                        .content(body),
                ADMIN);
    }

    private JsonNode takenIn(ApiContext.Answer accepted) {
        assertThat(accepted.status()).isEqualTo(202);
        String id = accepted.body().path("id").asText();
        assertThat(accepted.response().getHeader("Location")).isEqualTo("/api/campaigns/" + id);
        return await(id);
    }

    private JsonNode await(String id) {
        return await(id, () -> {});
    }

    private JsonNode await(String id, Runnable meanwhile) {
        for (int tries = 0; tries < 600; tries++) {
            meanwhile.run();
            JsonNode now = progress(id);
            if (!now.path("state").asText().equals("TAKING_IN")) {
                return now;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("The campaign was never taken in.");
    }

    private JsonNode progress(String id) {
        return api.get("/api/campaigns/" + id, LEAD).body();
    }
}
