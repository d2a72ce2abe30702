package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailboxremediation.api.ApiContext.ADMIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.clamd.Eicar;
import org.mailboxremediation.device.clamd.FakeClamd;
import org.mailboxremediation.device.clamd.RealClamd;
import org.mailboxremediation.device.clamd.UploadScans;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.EvidenceStore;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Uploads on their way through the daemon. */
@Tag(DatabaseKind.TAG)
class UploadScanTest {

    private static final String MESSAGE = "Return-Path: <mallory@example.org>\r\nSubject: x\r\n\r\n";
    private static final String CLEAN = """
            Device: %s
            Scope: full
            Time zone: +00:00
            ClamAV 1.4.6/27927/Sun Mar  1 07:24:10 2026
            %s
            ----------- SCAN SUMMARY -----------
            Scanned files: 31877
            Infected files: 0
            Start Date: 2026:03:02 09:00:00
            End Date:   2026:03:02 09:00:00
            """;

    @TempDir
    private Path folder;

    @Test
    void maliciousMessageIsTakenAndItsFindingShown() throws IOException {
        try (RealClamd daemon = RealClamd.start(folder);
                ApiContext api = with(daemon.unixAddress())) {
            String incident = api.report();
            Answer answer = message(api, incident, MESSAGE + Eicar.TEXT);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body().path("returnPath").asText()).isEqualTo("mallory@example.org");
            assertThat(answer.body().path("upload").path("verdict").asText()).isEqualTo("FOUND");
            assertThat(answer.body().path("upload").path("finding").asText()).isEqualTo("Test.Eicar.UNOFFICIAL");
            assertThat(api.get(EvidenceStore.class).of(incident)).hasSize(1);
            assertThat(scanned(api, incident))
                    .singleElement()
                    .satisfies(payload -> assertThat(payload)
                            .containsEntry("verdict", "FOUND")
                            .containsEntry("finding", "Test.Eicar.UNOFFICIAL")
                            .containsEntry(
                                    "evidence", answer.body().path("evidenceId").asText())
                            .containsKey("scanner"));
        }
    }

    @Test
    void deviceReportThatCarriesMalwareIsKeptAndProvesNothing() throws IOException {
        try (RealClamd daemon = RealClamd.start(folder);
                ApiContext api = with(daemon.tcpAddress())) {
            String incident = api.report();
            String device = device(api, incident);
            Answer infected = report(api, incident, device, CLEAN.formatted(device, Eicar.TEXT));
            assertThat(infected.body().path("verdict").asText()).isEqualTo("INCOMPLETE");
            assertThat(infected.body().path("reasons").toString()).contains("carries malware (Test.Eicar.UNOFFICIAL)");
            Answer clean = report(api, incident, device, CLEAN.formatted(device, ""));
            assertThat(clean.body().path("verdict").asText()).isEqualTo("CLEAN");
            assertThat(scanned(api, incident))
                    .extracting(payload -> payload.get("verdict"))
                    .isEqualTo(List.of("FOUND", "CLEAN"));
            assertThat(api.get(EvidenceStore.class).of(incident)).hasSize(2);
        }
    }

    @Test
    void silentDaemonStopsNoUpload() throws IOException {
        try (FakeClamd daemon = FakeClamd.silent();
                ApiContext api = with(daemon.address())) {
            String incident = api.report();
            Answer answer = message(api, incident, MESSAGE);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.body().path("upload").path("verdict").asText()).isEqualTo("NOT_SCANNED");
            assertThat(answer.body().path("upload").path("sentence").asText()).contains("did not answer in time");
            String device = device(api, incident);
            assertThat(report(api, incident, device, CLEAN.formatted(device, ""))
                            .body()
                            .path("verdict")
                            .asText())
                    .isEqualTo("CLEAN");
            assertThat(scanned(api, incident))
                    .hasSize(2)
                    .allSatisfy(payload -> assertThat(payload).containsEntry("verdict", "NOT_SCANNED"));
        }
    }

    @Test
    void withoutADaemonNothingIsClaimed() {
        try (ApiContext api = new ApiContext()) {
            String incident = api.report();
            assertThat(message(api, incident, MESSAGE)
                            .body()
                            .path("upload")
                            .path("verdict")
                            .asText())
                    .isEqualTo("NOT_CONFIGURED");
            assertThat(scanned(api, incident)).isEmpty();
        }
    }

    @Test
    void noTransactionWaitsForTheDaemon() {
        try (ApiContext api = new ApiContext()) {
            UploadScans uploads = api.get(UploadScans.class);
            assertThatThrownBy(() -> api.database.inTransaction(() -> uploads.scan(new byte[] {1})))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static ApiContext with(String address) {
        return new ApiContext(
                Map.of("remediation.scan.clamd.address", address, "remediation.scan.clamd.connect-timeout", "500ms"));
    }

    private static Answer message(ApiContext api, String incident, String message) {
        return api.send(
                MockMvcRequestBuilders.multipart("/api/incidents/" + incident + "/malicious-message")
                        .file(file("message", message)),
                ADMIN);
    }

    private static Answer report(ApiContext api, String incident, String device, String report) {
        return api.send(
                MockMvcRequestBuilders.multipart("/api/incidents/" + incident + "/devices/" + device + "/scans")
                        .file(file("report", report)),
                ADMIN);
    }

    private static MockMultipartFile file(String part, String content) {
        return new MockMultipartFile(part, "f", "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String device(ApiContext api, String incident) {
        String body = "{\"name\":\"Laptop\",\"kind\":\"LAPTOP\",\"owner\":\"Alice\"}";
        return api.post("/api/incidents/" + incident + "/devices", body, ADMIN)
                .body()
                .path("id")
                .asText();
    }

    private static List<Map<String, Object>> scanned(ApiContext api, String incident) {
        return api.get(EventChain.class).of(incident).stream()
                .filter(event -> event.type().equals("UploadScanned"))
                .map(event -> event.payload())
                .toList();
    }
}
