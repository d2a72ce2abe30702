package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.app.secret.Canary;
import org.mailboxremediation.app.secret.CanarySearch;
import org.mailboxremediation.app.secret.TableSearch;
import org.mailboxremediation.casefile.CaseFileVerification;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.VerifyingKeys;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left of a case when the engine forgets it, and when two people purge it. */
class RetentionTest extends Walk {

    @Autowired
    private HistoryService history;

    @Autowired
    private EventChain chain;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private ProcessEngineConfiguration engine;

    @TempDir
    private Path directory;

    @Test
    void twoPeoplePurgeAClosedCaseAndItsProofHolds() throws IOException {
        Canary name = Canary.of("name", "Quirina Zwiebelfisch");
        Canary contact = Canary.of("contact", "+49 30 7741 0815 99");
        Canary colleague = Canary.of("colleague", "zwiebel.kollege@example.org");
        Canary device = Canary.of("device", "Zwiebelfischs Notebook 4711");
        Mailbox mailbox = freshMailbox();
        CanarySearch search =
                new CanarySearch(List.of(name, contact, colleague, device, Canary.of("mailbox", mailbox.address())));
        Journey walk = Journey.report(
                people(),
                mailbox,
                Map.of(
                        "symptoms", List.of("UNFAMILIAR_MAIL"),
                        "reporter", Map.of("name", "Quirina Zwiebelfisch", "email", "q@example.net", "role", "user"),
                        "owner", Map.of("name", "Quirina Zwiebelfisch", "contact", "+49 30 7741 0815 99"),
                        "colleagues", List.of("zwiebel.kollege@example.org"),
                        "devices",
                                List.of(Map.of(
                                        "name",
                                        "Zwiebelfischs Notebook 4711",
                                        "kind",
                                        "LAPTOP",
                                        "owner",
                                        "Quirina Zwiebelfisch")),
                        "note", "Quirina Zwiebelfisch called from +49 30 7741 0815 99."));
        assertThat(refusal(post("admin", walk, "", Map.of("reason", "a wish")))).contains("Only a case that is closed");
        walk.ask("OWNER_UNREACHABLE").confirmed().ends("CLOSED_CONTAINED");
        assertThat(new TableSearch(dataSource).find(search)).isNotEmpty();
        int events = chain.of(walk.id()).size();

        until(
                () -> post("admin", walk, "", Map.of("reason", "Art. 17 GDPR")).statusCode() == 202 ? true : null,
                "the wish");
        assertThat(post("lead", walk, "", Map.of("reason", "again")).statusCode())
                .isEqualTo(409);
        assertThat(post("admin", walk, "/confirmation", Map.of()).statusCode()).isEqualTo(403);
        assertThat(post("auditor", walk, "/confirmation", Map.of()).statusCode())
                .isEqualTo(403);
        HttpResponse<String> done = post("lead", walk, "/confirmation", Map.of());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(Tasklist.read(done).path("payloads").asInt()).isBetween(3, events);

        assertThat(new TableSearch(dataSource).find(search)).noneMatch(found -> !found.startsWith("SANDBOX_"));
        assertThat(instances(walk)).isEmpty();
        assertThat(chain.check(walk.id()).intact()).isTrue();
        CaseFileVerification.Result file = verified(walk);
        assertThat(file.flaws()).isEmpty();
        assertThat(file.purges()).singleElement().asString().contains("by admin and lead");
        assertThat(pdf(walk)).contains("(purged)", "personal data purged").doesNotContain("Zwiebel");
        JsonNode incident = Tasklist.read(api("auditor").get("/api/incidents/" + walk.id()));
        assertThat(incident.path("status").asText()).isEqualTo("CLOSED_CONTAINED");
        assertThat(refusal(post("admin", walk, "", Map.of("reason", "twice")))).contains("purged already");
    }

    @Test
    void onePersonIsNotTwoAndAWishCanBeTakenBack() {
        Journey walk =
                report("UNFAMILIAR_MAIL").ask("OWNER_UNREACHABLE").confirmed().ends("CLOSED_CONTAINED");
        until(() -> post("lead", walk, "", Map.of("reason", "a wish")).statusCode() == 202 ? true : null, "the wish");

        assertThat(refusal(post("lead", walk, "/confirmation", Map.of()))).contains("two people");
        assertThat(api("lead")
                        .send("DELETE", "/api/incidents/" + walk.id() + "/purge", null, null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(refusal(post("lead", walk, "/confirmation", Map.of()))).contains("Nobody has asked");
        assertThat(chain.of(walk.id())).noneMatch(event -> event.form().purged());
        assertThat(instances(walk)).isNotEmpty();
    }

    @Test
    void whatTheEngineForgetsTheChainAndTheCaseFileStillTell() throws IOException {
        ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) engine;
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).startsWith("01:00");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).startsWith("05:00");
        Journey walk =
                report("UNFAMILIAR_MAIL").ask("OWNER_UNREACHABLE").confirmed().ends("CLOSED_CONTAINED");
        List<HistoricProcessInstance> before = instances(walk);
        assertThat(before)
                .filteredOn(instance -> instance.getSuperProcessInstanceId() == null)
                .isNotEmpty()
                .allSatisfy(instance -> assertThat(instance.getRemovalTime())
                        .isEqualTo(Date.from(instance.getStartTime().toInstant().plus(Duration.ofDays(1095)))));

        // Its time passes; that of the other cases here does not.
        history.setRemovalTimeToHistoricProcessInstances()
                .absoluteRemovalTime(Date.from(Instant.now().minusSeconds(60)))
                .byQuery(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(walk.id()))
                .executeAsync();
        until(
                () -> instances(walk).stream()
                                .allMatch(i -> i.getRemovalTime().toInstant().isBefore(Instant.now()))
                        ? true
                        : null,
                "its time");
        history.cleanUpHistoryAsync(true);

        until(() -> instances(walk).isEmpty() ? true : null, "the clean-up");
        assertThat(chain.check(walk.id()).intact()).isTrue();
        assertThat(verified(walk).flaws()).isEmpty();
        assertThat(pdf(walk)).contains("path cannot be drawn", "incident closed");
        assertThat(api("auditor").get("/api/incidents/" + walk.id()).statusCode())
                .isEqualTo(200);
    }

    private List<HistoricProcessInstance> instances(Journey walk) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.id())
                .list();
    }

    private CaseFileVerification.Result verified(Journey walk) throws IOException {
        HttpResponse<byte[]> file = api("auditor").download("/api/incidents/" + walk.id() + "/case-file");
        assertThat(file.statusCode()).isEqualTo(200);
        Path kept = Files.write(directory.resolve("case.zip"), file.body());
        return new CaseFileVerification(new VerifyingKeys(List.of()), List.of()).check(kept);
    }

    private static String pdf(Journey walk) throws IOException {
        HttpResponse<byte[]> file = api("auditor").download("/api/incidents/" + walk.id() + "/case-file?format=pdf");
        assertThat(file.statusCode()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(file.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static HttpResponse<String> post(String user, Journey walk, String path, Map<String, ?> body) {
        return api(user).post("/api/incidents/" + walk.id() + "/purge" + path, body);
    }

    private static String refusal(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        return answer.body();
    }

    private static Api api(String user) {
        return new Api(url(""), user);
    }
}
