package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mailboxremediation.api.ApiContext.REPORTER;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.report.ReportDocument;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.EvidenceStore;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Incidents;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Reports that a device's owner hands in with a nonce. */
@Tag(DatabaseKind.TAG)
class DeviceScanControllerTest {

    private static final String CLEAN = """
            Device: %s
            Scope: full
            Time zone: +00:00
            ClamAV 1.4.6/27927/Sun Mar  1 07:24:10 2026

            ----------- SCAN SUMMARY -----------
            Known viruses: 8708688
            Engine version: 1.4.6
            Scanned files: 31877
            Infected files: 0
            Start Date: 2026:03:02 09:00:00
            End Date:   2026:03:02 09:00:00
            """;

    private final ApiContext api = new ApiContext();
    private final String incident = api.report();
    private final String device = device("Laptop");

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void takesOneReportAndCompletesItsTask() {
        api.openTask("UserTask_AttestScan", device);
        String nonce = nonce(device);
        Answer answer = handIn(nonce, CLEAN.formatted(device));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("verdict").asText()).isEqualTo("CLEAN");
        assertThat(answer.body().path("attestedBy").asText()).isEqualTo("reporter");
        verify(api.tasks).complete("task-UserTask_AttestScan");
        assertThat(handIn(nonce, CLEAN.formatted(device)).status()).isEqualTo(403);
        assertThat(types()).contains("DeviceNonceIssued", "DeviceNonceUsed", "ScanRecorded");
    }

    @Test
    void keepsTheNonceNowhereInClear() {
        String nonce = nonce(device);
        List<String> kept = api.database
                .jdbc
                .sql("select hash from device_nonce")
                .query(String.class)
                .list();
        assertThat(kept).singleElement().asString().hasSize(64).doesNotContain(nonce);
        assertThat(api.get(EventChain.class).of(incident).toString()).doesNotContain(nonce);
    }

    @Test
    void refusesTheReportOfAnotherDeviceAndKeepsTheNonceGood() {
        String other = device("Desktop");
        String nonce = nonce(device);
        assertThat(handIn(nonce, CLEAN.formatted(other)).fields()).containsExactly("report");
        assertThat(api.get(EvidenceStore.class).of(incident)).isEmpty();
        assertThat(handIn(nonce, CLEAN.formatted(device)).status()).isEqualTo(201);
    }

    @Test
    void refusesANonceThatIsUnknownReplacedOrOutOfDate() {
        String report = CLEAN.formatted(device);
        assertThat(handIn(device + ".AAAAAAAAAAAAAAAAAAAAAA", report).status()).isEqualTo(403);
        assertThat(handIn("", report).status()).isEqualTo(403);
        String first = nonce(device);
        String second = nonce(device);
        assertThat(handIn(first, report).status()).isEqualTo(403);
        api.database.clock.advance(Duration.ofHours(25));
        assertThat(handIn(second, report).status()).isEqualTo(403);
    }

    @Test
    void refusesNothingTooMuchAndWhatComesTooLate() {
        String nonce = nonce(device);
        assertThat(handIn(nonce, "").fields()).containsExactly("body");
        assertThat(handIn(nonce, "x".repeat(ReportDocument.MAX_SIZE + 1)).status())
                .isEqualTo(413);
        api.database.inTransaction(
                () -> api.get(Incidents.class).close(incident, IncidentStatus.CLOSED_RESTORED, "admin"));
        assertThat(handIn(nonce, CLEAN.formatted(device)).status()).isEqualTo(409);
    }

    @Test
    void aNonceIsMadeForTheTasksHolderOnly() {
        api.openTask("UserTask_AttestScan", device);
        assertThat(send(device, new TestingAuthenticationToken("carol", "", "mailbox-admins"))
                        .status())
                .isEqualTo(409);
        assertThat(send("none", ADMIN).status()).isEqualTo(404);
    }

    private String device(String name) {
        String body = "{\"name\":\"" + name + "\",\"kind\":\"LAPTOP\",\"owner\":\"Alice\"}";
        return api.post("/api/incidents/" + incident + "/devices", body, ADMIN)
                .body()
                .path("id")
                .asText();
    }

    private String nonce(String device) {
        return send(device, ADMIN).body().path("nonce").asText();
    }

    private Answer send(String device, TestingAuthenticationToken as) {
        return api.send(
                MockMvcRequestBuilders.post("/api/incidents/" + incident + "/devices/" + device + "/nonce"), as);
    }

    private Answer handIn(String nonce, String report) {
        return api.send(
                MockMvcRequestBuilders.post("/api/device-scans")
                        .header("Device-Nonce", nonce)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(report.getBytes(StandardCharsets.UTF_8)),
                REPORTER);
    }

    private List<String> types() {
        return api.get(EventChain.class).of(incident).stream()
                .map(CaseEvent::type)
                .toList();
    }
}
