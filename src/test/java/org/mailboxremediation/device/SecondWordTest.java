package org.mailboxremediation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.Severity;

/** A scan that one person attests without a report, in a critical case (promise P8, ADR 0023). */
@Tag(DatabaseKind.TAG)
class SecondWordTest {

    private final CaseDatabase database = new CaseDatabase();
    private final DeviceFixture fixture = new DeviceFixture(database);
    private final Devices devices = fixture.devices;
    private final String incident =
            new IncidentFixture(database).open(IncidentFixture.ALICE).id();
    private final String device = fixture.add(incident).id();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneWordProvesNothingInACriticalCase() {
        Scan scan = attest(Severity.CRITICAL, false);
        assertThat(scan.verdict()).isEqualTo(ScanVerdict.INCOMPLETE);
        assertThat(scan.reasons()).singleElement().asString().contains("second person");
        assertThat(device().state()).isEqualTo(DeviceState.INCOMPLETE);
        assertThat(device().awaitingSecond()).isPresent();
    }

    @Test
    void aSecondPersonMakesItCountFromThenOn() {
        fixture.scan(device, true);
        database.clock.advance(Duration.ofMinutes(10));
        attest(Severity.CRITICAL, false);
        assertThat(device().state()).isEqualTo(DeviceState.INFECTED);
        Instant said = database.clock.advance(Duration.ofHours(2));
        second(true, "lead");
        Device confirmed = device();
        assertThat(confirmed.state()).isEqualTo(DeviceState.CLEAN);
        assertThat(confirmed.awaitingSecond()).isEmpty();
        assertThat(confirmed.infectionEndedAt()).contains(said);
        assertThat(confirmed.scans().get(1).reasons()).isEmpty();
    }

    @Test
    void theSecondPersonIsAnother() {
        attest(Severity.CRITICAL, false);
        assertThatThrownBy(() -> second(true, "admin"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second person");
        assertThat(device().state()).isEqualTo(DeviceState.INCOMPLETE);
    }

    @Test
    void aDoubtHasTheDeviceScannedAgain() {
        attest(Severity.CRITICAL, false);
        second(false, "lead");
        assertThat(device().state()).isEqualTo(DeviceState.INCOMPLETE);
        assertThat(device().awaitingSecond()).isEmpty();
        assertThatThrownBy(() -> second(true, "lead")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasFoundMeanwhileIsNotConfirmedAway() {
        attest(Severity.CRITICAL, false);
        fixture.scan(device, true);
        assertThatThrownBy(() -> second(true, "lead")).isInstanceOf(IllegalStateException.class);
        assertThat(device().state()).isEqualTo(DeviceState.INFECTED);
    }

    @Test
    void whatWasDoneMeanwhileIsNotConfirmedAway() {
        attest(Severity.CRITICAL, false);
        fixture.dispose(device, DispositionKind.REIMAGED);
        assertThatThrownBy(() -> second(true, "lead")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneWordIsEnoughElsewhereAndForAnInfection() {
        assertThat(attest(Severity.HIGH, false).verdict()).isEqualTo(ScanVerdict.CLEAN);
        assertThat(attest(Severity.CRITICAL, true).verdict()).isEqualTo(ScanVerdict.INFECTED);
    }

    @Test
    void aScanThatProvesNothingAnywayWaitsForNobody() {
        Instant now = database.clock.instant();
        ScanClaim stale =
                new ScanClaim(false, "ClamAV", now.minus(Duration.ofDays(30)), now, now, 1000, List.of()).asWordOnly();
        Scan scan = database.inTransaction(
                () -> devices.recordScan(device, stale, DeviceFixture.reported(Severity.CRITICAL), "admin"));
        assertThat(scan.needsSecond()).isFalse();
        assertThat(device().awaitingSecond()).isEmpty();
    }

    private Scan attest(Severity severity, boolean infected) {
        ScanClaim word = DeviceFixture.claim(infected, database.clock.instant()).asWordOnly();
        return database.inTransaction(
                () -> devices.recordScan(device, word, DeviceFixture.reported(severity), "admin"));
    }

    private void second(boolean confirmed, String actor) {
        database.inTransaction(() -> devices.second(device, confirmed, "seen on its screen", actor));
    }

    private Device device() {
        return devices.find(device).orElseThrow();
    }
}
