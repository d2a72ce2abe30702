package org.mailboxremediation.device.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For what a report cannot prove a device clean: a sentence each. What needs the case's facts is judged with them. */
final class ReportGaps {

    private ReportGaps() {}

    static List<String> of(ScanReport report) {
        List<String> gaps = new ArrayList<>();
        activity(report.activity(), gaps);
        scope(report.scope(), gaps);
        times(report.startedAt(), report.finishedAt(), gaps);
        counts(report.counts(), gaps);
        gaps.addAll(report.doubts());
        return gaps;
    }

    private static void activity(ScanActivity activity, List<String> gaps) {
        switch (activity) {
            case COMPLETED -> {}
            case CANCELLED -> gaps.add("The scan was cancelled. Scan again.");
            case FAILED -> gaps.add("The scan failed. Scan again.");
            case UNFINISHED -> gaps.add("The report ends before the scan did. Bring the whole report of a whole scan.");
            case UNKNOWN -> gaps.add("The report does not say that the scan was completed.");
        }
    }

    private static void scope(ScanScope scope, List<String> gaps) {
        switch (scope) {
            case FULL -> {}
            case PARTIAL -> gaps.add("The scan looked at a part of the device only. Scan the whole device.");
            case UNKNOWN -> gaps.add("The report does not say that the whole device was scanned.");
        }
    }

    private static void times(@Nullable Instant started, @Nullable Instant finished, List<String> gaps) {
        if (started == null) {
            gaps.add("The report does not say when the scan began.");
        }
        if (finished == null) {
            gaps.add("The report does not say when the scan ended.");
        }
        if (started != null && finished != null && finished.isBefore(started)) {
            gaps.add("The report says that the scan ended before it began.");
        }
    }

    private static void counts(ScanCounts counts, List<String> gaps) {
        if (counts.everCounted() && counts.files() == null) {
            gaps.add("The report does not say how many files were scanned.");
        }
        if (counts.skipped() > 0) {
            gaps.add("The scan left out " + counts.skipped() + " items.");
        }
        if (counts.errors() > 0) {
            gaps.add("The scan could not look at everything: " + counts.errors() + " errors.");
        }
    }
}
