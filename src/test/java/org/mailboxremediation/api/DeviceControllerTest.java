package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;
import static org.mailboxremediation.api.ApiContext.LEAD;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.device.DeviceFixture;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.device.ScanVerdict;
import org.mailboxremediation.evidence.EvidenceStore;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.process.DeviceScans;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class DeviceControllerTest {

    private static final String LAPTOP = "{\"name\":\"Laptop\",\"kind\":\"LAPTOP\",\"owner\":\"Alice\"}";
    private static final String TIMES =
            "\"startedAt\":\"2026-03-02T09:00:00Z\",\"finishedAt\":\"2026-03-02T09:00:00Z\",\"filesScanned\":10";

    private final ApiContext api = new ApiContext();
    private final String incident = api.report();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aSecondPersonConfirmsWhatOneAttested() {
        String device = api.post("/api/incidents/" + incident + "/devices", LAPTOP, ADMIN)
                .body()
                .path("id")
                .asText();
        String scan = attested(device);
        String path = "/api/incidents/" + incident + "/devices/" + device + "/scans/" + scan + "/confirmation";
        String yes = "{\"answer\":\"CONFIRM\",\"reason\":\"seen on its screen\"}";
        assertThat(api.post(path, "{\"answer\":\"PERHAPS\",\"reason\":\"no\"}", LEAD)
                        .fields())
                .containsExactlyInAnyOrder("answer", "reason");
        assertThat(api.post(path.replace(scan, "none"), yes, LEAD).status()).isEqualTo(404);
        assertThat(api.post(path, yes, ADMIN).status()).isEqualTo(409);
        Answer confirmed = api.post(path, yes, LEAD);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body().path("verdict").asText()).isEqualTo("CLEAN");
        assertThat(confirmed.body().path("confirmedBy").asText()).isEqualTo("lead");
        assertThat(api.post(path, yes, LEAD).status()).isEqualTo(409);
    }

    /** Triage fails here, so that every case is critical. */
    private String attested(String device) {
        ScanClaim word =
                DeviceFixture.claim(false, api.database.clock.instant()).asWordOnly();
        Scan scan = api.database.inTransaction(() -> api.get(DeviceScans.class).record(device, word, "admin"));
        assertThat(scan.verdict()).isEqualTo(ScanVerdict.INCOMPLETE);
        return scan.id();
    }

    @Test
    void aDeviceIsAdded() {
        Answer answer = api.post("/api/incidents/" + incident + "/devices", LAPTOP, ADMIN);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("state").asText()).isEqualTo("UNSCANNED");
        verify(api.runtime).createMessageCorrelation("Message_DeviceAdded");
    }

    @ParameterizedTest
    @CsvSource({"clean,2026-03-01,CLEAN,0", "clean,2026-01-01T00:00:00Z,INCOMPLETE,1", "infected,2026-03-01,INFECTED,0"
    })
    void aScanIsGivenItsVerdictAndCompletesItsTask(String claim, String signatures, String verdict, int reasons) {
        String device = device();
        api.openTask("UserTask_AttestScan", device);
        Answer answer = scan(
                device,
                "{\"verdict\":\"" + claim + "\",\"tool\":\"ClamAV 1.4\",\"signaturesDate\":\"" + signatures + "\","
                        + TIMES + "}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("verdict").asText()).isEqualTo(verdict);
        assertThat(answer.body().path("reasons")).hasSize(reasons);
        verify(api.tasks).complete("task-UserTask_AttestScan");
    }

    @Test
    void aScanOfAnotherDeviceLeavesTheTaskOpen() {
        String device = device();
        api.openTask("UserTask_AttestScan", "another");
        assertThat(scan(device, "{\"verdict\":\"infected\",\"tool\":\"ClamAV\"," + TIMES + "}")
                        .status())
                .isEqualTo(201);
        verify(api.tasks, never()).complete(any());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|verdict,tool,startedAt,finishedAt,filesScanned",
                "{'verdict':'CLEAN','tool':'x','startedAt':'2026-03-02T09:00:00Z','finishedAt':'2026-03-02T09:00:00Z','filesScanned':1}|verdict",
                "{'verdict':'clean','tool':'x','startedAt':'2026-03-02T09:00:00Z','finishedAt':'2026-03-02T08:00:00Z','filesScanned':1}|finishedAt",
                "{'verdict':'clean','tool':'x','startedAt':'0001-01-01T00:00:00Z','finishedAt':'2026-03-02T08:00:00Z','filesScanned':1}|startedAt"
            })
    void aBrokenScanIsRefusedByMember(String body, String fields) {
        assertThat(scan(device(), body.replace('\'', '"')).fields()).containsExactly(fields.split(","));
    }

    @Test
    void aReportThatNothingCanReadIsKeptAndProvesNothing() {
        String device = device();
        Answer answer = upload(device, "anything".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("verdict").asText()).isEqualTo("INCOMPLETE");
        assertThat(answer.body().path("reasons").get(0).asText()).contains("no reader");
        assertThat(api.get(EvidenceStore.class).of(incident)).hasSize(1);
        assertThat(upload(device, new byte[0]).fields()).containsExactly("report");
    }

    @Test
    void unknownIncidentsAndDevicesAreNotThere() {
        String body = "{\"verdict\":\"infected\",\"tool\":\"ClamAV\"," + TIMES + "}";
        assertThat(scan("none", body).status()).isEqualTo(404);
        assertThat(api.post("/api/incidents/none/devices", LAPTOP, ADMIN).status())
                .isEqualTo(404);
    }

    @Test
    void aClosedIncidentTakesNoFacts() {
        String device = device();
        api.database.inTransaction(
                () -> api.get(Incidents.class).close(incident, IncidentStatus.CLOSED_RESTORED, "admin"));
        Answer answer = api.post("/api/incidents/" + incident + "/devices", LAPTOP, ADMIN);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asText()).contains("Reopen");
        assertThat(scan(device, "{}").status()).isEqualTo(409);
    }

    private String device() {
        return api.post("/api/incidents/" + incident + "/devices", LAPTOP, ADMIN)
                .body()
                .path("id")
                .asText();
    }

    private Answer scan(String device, String body) {
        return api.post("/api/incidents/" + incident + "/devices/" + device + "/scans", body, ADMIN);
    }

    private Answer upload(String device, byte[] report) {
        return api.send(
                MockMvcRequestBuilders.multipart("/api/incidents/" + incident + "/devices/" + device + "/scans")
                        .file(new MockMultipartFile("report", report)),
                ADMIN);
    }
}
