package org.mailboxremediation.device.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scanner's report in one form for all, after OCSF Scan Activity (class 6007).
 *
 * @param startedAt null if the report does not say
 * @param finishedAt null if the report does not say
 * @param findings what was found, at most 1,000, each 1 to 500 characters of plain text
 * @param doubts a sentence of ours for each other thing for which it proves nothing
 */
public record ScanReport(
        ScanTool tool,
        ScanActivity activity,
        ScanScope scope,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        ScanCounts counts,
        List<String> findings,
        ScanSubject subject,
        List<String> doubts) {

    static final int MAX_FINDINGS = 1000;

    public ScanReport {
        findings = findings.stream()
                .limit(MAX_FINDINGS)
                .map(finding -> ReportText.plain(finding, 500, "unnamed finding"))
                .toList();
        doubts = doubts.stream().distinct().limit(20).toList();
    }

    ScanReport doubted(String doubt) {
        List<String> all = Stream.concat(doubts.stream(), Stream.of(doubt)).toList();
        return new ScanReport(tool, activity, scope, startedAt, finishedAt, counts, findings, subject, all);
    }
}
