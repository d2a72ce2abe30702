package org.mailboxremediation.device;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded scan: the claim, and what it was taken for.
 *
 * @param id a random UUID
 * @param reasons why it proves nothing; empty unless incomplete
 * @param attestedBy who brought it
 * @param recordedAt when it was recorded, by our clock: the claim's own times prove no order
 * @param position orders the scans and dispositions of a case
 */
public record Scan(
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
        String attestedBy,
        Instant recordedAt,
        long position) {

    public Scan {
        findings = List.copyOf(findings);
        reasons = List.copyOf(reasons);
    }
}
