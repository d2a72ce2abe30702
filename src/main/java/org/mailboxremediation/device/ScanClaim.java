package org.mailboxremediation.device;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.TextBounds;

/**
 * What somebody says a scan did. A claim, until {@link ScanRules} has judged it.
 *
 * @param infected whether it says that it found something
 * @param tool 1 to 200 characters
 * @param signaturesDate how old the signatures were; each time lies between 1990 and 2200
 * @param startedAt may equal {@code finishedAt}
 * @param filesScanned not negative
 * @param findings at most 1,000, each 1 to 500 characters
 * @param report what it was read from; null where there is none
 * @param wordOnly whether it is a person's word in a form, with nothing from the scanner (ADR 0023)
 */
public record ScanClaim(
        boolean infected,
        String tool,
        @Nullable Instant signaturesDate,
        Instant startedAt,
        Instant finishedAt,
        long filesScanned,
        List<String> findings,
        @Nullable RawReport report,
        boolean wordOnly) {

    private static final int MAX_FINDINGS = 1000;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Checks the bounds: IllegalArgumentException if one does not hold. */
    public ScanClaim {
        TextBounds.line("tool", tool, 200);
        requireReal("signaturesDate", signaturesDate);
        requireReal("startedAt", startedAt);
        requireReal("finishedAt", finishedAt);
        if (finishedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("finishedAt must not be before startedAt");
        }
        if (filesScanned < 0) {
            throw new IllegalArgumentException("filesScanned must not be negative");
        }
        if (findings.size() > MAX_FINDINGS) {
            throw new IllegalArgumentException("findings must be at most " + MAX_FINDINGS);
        }
        findings.forEach(finding -> TextBounds.line("findings[]", finding, 500));
        findings = List.copyOf(findings);
    }

    /** What was read from a report: IllegalArgumentException if a bound does not hold. */
    public ScanClaim(
            boolean infected,
            String tool,
            @Nullable Instant signaturesDate,
            Instant startedAt,
            Instant finishedAt,
            long filesScanned,
            List<String> findings,
            @Nullable RawReport report) {
        this(infected, tool, signaturesDate, startedAt, finishedAt, filesScanned, findings, report, false);
    }

    /** What a program sends, without a report: IllegalArgumentException if a bound does not hold. */
    public ScanClaim(
            boolean infected,
            String tool,
            @Nullable Instant signaturesDate,
            Instant startedAt,
            Instant finishedAt,
            long filesScanned,
            List<String> findings) {
        this(infected, tool, signaturesDate, startedAt, finishedAt, filesScanned, findings, null, false);
    }

    /** The same as a person's word. */
    public ScanClaim asWordOnly() {
        return new ScanClaim(infected, tool, signaturesDate, startedAt, finishedAt, filesScanned, findings, null, true);
    }

    private static void requireReal(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw new IllegalArgumentException(field + " must lie between 1990 and 2200");
        }
    }
}
