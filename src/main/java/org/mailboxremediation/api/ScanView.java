package org.mailboxremediation.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanVerdict;

/**
 * A scan and the verdict it was given.
 *
 * @param reasons why it proves nothing; empty unless incomplete
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
        String attestedBy) {

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
                scan.attestedBy());
    }
}
