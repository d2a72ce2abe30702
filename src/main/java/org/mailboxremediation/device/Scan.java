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
 * @param needsSecond whether it proves nothing until a second person says so too (ADR 0023)
 * @param secondYes that person's word; null where it was not needed or not given
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
        long position,
        boolean needsSecond,
        @Nullable Disposition secondYes) {

    public Scan {
        findings = List.copyOf(findings);
        reasons = List.copyOf(reasons);
    }

    /** One that one person's word, or a report, is enough for. */
    public Scan(
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
        this(
                id,
                deviceId,
                verdict,
                tool,
                signaturesDate,
                startedAt,
                finishedAt,
                filesScanned,
                findings,
                reasons,
                attestedBy,
                recordedAt,
                position,
                false,
                null);
    }

    /** The same scan once the second person has said yes: then it is clean, from then on. */
    Scan confirmed(Disposition yes) {
        return new Scan(
                id,
                deviceId,
                ScanVerdict.CLEAN,
                tool,
                signaturesDate,
                startedAt,
                finishedAt,
                filesScanned,
                findings,
                List.of(),
                attestedBy,
                recordedAt,
                position,
                true,
                yes);
    }

    /** Since when it counts, by our clock. */
    Instant countsSince() {
        return secondYes == null ? recordedAt : secondYes.at();
    }

    /** Its place among all that was said of the case's devices. */
    long countsFrom() {
        return secondYes == null ? position : secondYes.position();
    }
}
