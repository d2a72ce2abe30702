package org.mailboxremediation.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.Selects;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.Severity;

@Tag(DatabaseKind.TAG)
class DevicesTest {

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final DeviceFixture fixture = new DeviceFixture(database);
    private final Devices devices = fixture.devices;
    private final String incident = cases.open(IncidentFixture.ALICE).id();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatATransactionWritesOfADeviceItReads() {
        database.inTransaction(() -> {
            cases.chain.lock(incident);
            assertThat(devices.of(incident)).isEmpty();
            Device added = devices.add(incident, DeviceFixture.LAPTOP, "admin");
            assertThat(devices.of(incident)).containsExactly(added);
            devices.recordScan(
                    added.id(),
                    DeviceFixture.claim(true, database.clock.instant()),
                    DeviceFixture.reported(Severity.HIGH),
                    "admin");
            assertThat(devices.of(incident)).extracting(Device::state).containsExactly(DeviceState.INFECTED);
            devices.dispose(added.id(), DispositionKind.RETIRED, "Done at the desk.", "admin");
            assertThat(devices.of(incident)).extracting(Device::state).containsExactly(DeviceState.RETIRED);
        });
    }

    @Test
    void devicesOfManyLockedCasesAreReadAtOnce() {
        String other = cases.open(IncidentFixture.BOB).id();
        Device device = fixture.add(other);
        List<String> selects = Selects.during(() -> database.inTransaction(() -> {
            cases.chain.lockAll(List.of(incident, other));
            assertThat(devices.of(incident)).isEmpty();
            assertThat(devices.of(other)).containsExactly(device);
            assertThat(devices.of(incident)).isEmpty();
        }));
        assertThat(selects).filteredOn(select -> select.contains(" device ")).hasSize(2);
    }

    @Test
    void devicesComeBackInTheOrderTheyWereAddedWithTheirStories() {
        Device first = fixture.add(incident);
        Device second = fixture.add(incident);
        Scan infected = fixture.scan(first.id(), true);
        fixture.dispose(first.id(), DispositionKind.REIMAGED);
        database.clock.advance(Duration.ofHours(1));
        Scan clean = fixture.scan(first.id(), false);

        List<Device> all = devices.of(incident);
        assertThat(all).extracting(Device::id).containsExactly(first.id(), second.id());
        assertThat(all.get(0).scans()).containsExactly(infected, clean);
        assertThat(all.get(0).state()).isEqualTo(DeviceState.CLEAN);
        assertThat(all.get(0).infectionEndedAt()).contains(CaseDatabase.START);
        assertThat(all.get(1)).isEqualTo(second);
        assertThat(devices.find(second.id())).contains(second);
    }

    @Test
    void rowsOfOneMomentKeepTheirOrder() {
        Device device = fixture.add(incident);
        fixture.scan(device.id(), true);
        fixture.dispose(device.id(), DispositionKind.RETIRED);
        assertThat(devices.find(device.id()).orElseThrow().state()).isEqualTo(DeviceState.RETIRED);
        fixture.scan(device.id(), true);
        assertThat(devices.find(device.id()).orElseThrow().state()).isEqualTo(DeviceState.INFECTED);
    }

    @Test
    void eachFactIsAnEventWithoutForeignText() {
        Device device = fixture.add(incident);
        fixture.scan(device.id(), true);
        fixture.dispose(device.id(), DispositionKind.MALWARE_REMOVED);
        List<CaseEvent> events = cases.chain.of(incident);
        assertThat(events)
                .extracting(CaseEvent::type)
                .containsExactly("IncidentReported", "DeviceAdded", "ScanRecorded", "DeviceDisposed");
        assertThat(events.toString()).doesNotContain("Test.Malware");
        assertThat(cases.chain.check(incident).intact()).isTrue();
    }

    @Test
    void caseHasAThousandDevicesAtMost() {
        database.inTransaction(() -> {
            for (int n = 0; n < Devices.MAX_DEVICES; n++) {
                devices.add(incident, DeviceFixture.LAPTOP, "admin");
            }
        });
        assertThatThrownBy(() -> fixture.add(incident))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000");
    }

    @Test
    void unknownDeviceTakesNeitherScanNorDisposition() {
        assertThatThrownBy(() -> fixture.scan("nothing", false)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> fixture.dispose("nothing", DispositionKind.RETIRED))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(devices.find("nothing")).isEmpty();
    }

    @Test
    void deviceTextIsBounded() {
        assertThatThrownBy(() -> new NewDevice("x".repeat(201), DeviceKind.PHONE, "Alice", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewDevice("a\nb", DeviceKind.PHONE, "Alice", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
