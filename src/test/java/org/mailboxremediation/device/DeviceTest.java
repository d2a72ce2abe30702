package org.mailboxremediation.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a device's scans and dispositions come to. Letters stand for them in order. */
class DeviceTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void deviceWithoutAScanIsUnscanned() {
        assertThat(device("").state()).isEqualTo(DeviceState.UNSCANNED);
        assertThat(device("").needsScan()).isTrue();
        assertThat(device("").settled()).isFalse();
    }

    @Test
    void newestScanCounts() {
        assertThat(device("C").state()).isEqualTo(DeviceState.CLEAN);
        assertThat(device("CI").state()).isEqualTo(DeviceState.INFECTED);
        assertThat(device("IC").state()).isEqualTo(DeviceState.CLEAN);
        assertThat(device("CP").state()).isEqualTo(DeviceState.INCOMPLETE);
    }

    @Test
    void scanThatProvesNothingLeavesAnInfectionAsItIs() {
        assertThat(device("IP").state()).isEqualTo(DeviceState.INFECTED);
    }

    @Test
    void removedMalwareIsProvedByACleanScanOnly() {
        assertThat(device("Im").state()).isEqualTo(DeviceState.INFECTED);
        assertThat(device("Im").infectionEndedAt()).isEmpty();
        assertThat(device("ImC").state()).isEqualTo(DeviceState.CLEAN);
    }

    @Test
    void reimagedDeviceIsUnscannedUntilALaterScan() {
        assertThat(device("Cr").state()).isEqualTo(DeviceState.UNSCANNED);
        assertThat(device("Ir").needsScan()).isTrue();
        assertThat(device("IrC").state()).isEqualTo(DeviceState.CLEAN);
        assertThat(device("IrP").state()).isEqualTo(DeviceState.INCOMPLETE);
    }

    @Test
    void retiredAndUnscannableDevicesAreSettledUntilALaterScan() {
        assertThat(device("It").state()).isEqualTo(DeviceState.RETIRED);
        assertThat(device("u").state()).isEqualTo(DeviceState.UNSCANNABLE);
        assertThat(device("t").settled()).isTrue();
        assertThat(device("u").settled()).isTrue();
        assertThat(device("uI").state()).isEqualTo(DeviceState.INFECTED);
        assertThat(device("tI").state()).isEqualTo(DeviceState.INFECTED);
        assertThat(device("uP").needsScan()).isTrue();
    }

    @Test
    void infectionEndsWithTheFirstRowThatEndsIt() {
        assertThat(device("ImC").infectionEndedAt()).contains(at(3));
        assertThat(device("ICC").infectionEndedAt()).contains(at(2));
        assertThat(device("Ir").infectionEndedAt()).contains(at(2));
        assertThat(device("It").infectionEndedAt()).contains(at(2));
        assertThat(device("Iu").infectionEndedAt()).contains(at(2));
        assertThat(device("ICP").infectionEndedAt()).contains(at(2));
    }

    @Test
    void infectionThatNeverWasOrStillIsHasNoEnd() {
        assertThat(device("C").infectionEndedAt()).isEmpty();
        assertThat(device("r").infectionEndedAt()).isEmpty();
        assertThat(device("I").infectionEndedAt()).isEmpty();
        assertThat(device("IP").infectionEndedAt()).isEmpty();
        assertThat(device("ICI").infectionEndedAt()).isEmpty();
    }

    @Test
    void onlyTheLatestInfectionsEndCounts() {
        assertThat(device("ICIC").infectionEndedAt()).contains(at(4));
    }

    @Test
    void infectedScansAreCountedSinceTheLastReimage() {
        assertThat(device("ImI").infectedScans()).isEqualTo(2);
        assertThat(device("ImIrI").infectedScans()).isEqualTo(1);
        assertThat(device("IIr").infectedScans()).isZero();
    }

    private static Device device(String story) {
        List<Scan> scans = new ArrayList<>();
        List<Disposition> dispositions = new ArrayList<>();
        for (int index = 0; index < story.length(); index++) {
            int position = index + 1;
            switch (story.charAt(index)) {
                case 'C' -> scans.add(scan(ScanVerdict.CLEAN, position));
                case 'I' -> scans.add(scan(ScanVerdict.INFECTED, position));
                case 'P' -> scans.add(scan(ScanVerdict.INCOMPLETE, position));
                case 'm' -> dispositions.add(disposition(DispositionKind.MALWARE_REMOVED, position));
                case 'r' -> dispositions.add(disposition(DispositionKind.REIMAGED, position));
                case 't' -> dispositions.add(disposition(DispositionKind.RETIRED, position));
                case 'u' -> dispositions.add(disposition(DispositionKind.UNSCANNABLE, position));
                default -> throw new IllegalArgumentException(story);
            }
        }
        return new Device("d", "i", "Laptop", DeviceKind.LAPTOP, "Alice", null, START, scans, dispositions);
    }

    private static Scan scan(ScanVerdict verdict, int position) {
        return new Scan(
                "s",
                "d",
                verdict,
                "tool",
                START,
                START,
                START,
                1,
                List.of(),
                List.of(),
                "admin",
                at(position),
                position);
    }

    private static Disposition disposition(DispositionKind kind, int position) {
        return new Disposition(kind, "Done.", "admin", at(position), position);
    }

    private static Instant at(int position) {
        return START.plusSeconds(position);
    }
}
