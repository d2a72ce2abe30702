package org.mailboxremediation.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Disposition;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanVerdict;

/**
 * A scan and the verdict it was given.
 *
 * @param reasons why it proves nothing; empty unless incomplete
 * @param needsSecond whether it was attested without a report where that takes a second person
 * @param confirmedBy who that person was; null where there is none yet
 */
record ScanView(
        String id,
        String deviceId,
        ScanVerdict verdict,
        String tool,
        @Nullable Instant signaturesDate,
        Instant startedAt,
        Instant finishedAt,
        long filesScanned,
        List<String> findings,
        List<String> reasons,
        Instant recordedAt,
        String attestedBy,
        boolean needsSecond,
        @Nullable String confirmedBy) {

    static ScanView of(Scan scan) {
        return new ScanView(
                scan.id(),
                scan.deviceId(),
                scan.verdict(),
                scan.tool(),
                scan.signaturesDate(),
                scan.startedAt(),
                scan.finishedAt(),
                scan.filesScanned(),
                scan.findings(),
                scan.reasons(),
                scan.recordedAt(),
                scan.attestedBy(),
                scan.needsSecond(),
                Optional.ofNullable(scan.secondYes()).map(Disposition::actor).orElse(null));
    }
}
