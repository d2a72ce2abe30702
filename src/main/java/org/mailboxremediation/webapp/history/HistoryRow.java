package org.mailboxremediation.webapp.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.summary.CaseSummary;

/** A line of the case history; times from the report on are in seconds. */
record HistoryRow(
        String id,
        String mailbox,
        IncidentStatus status,
        Severity severity,
        Instant reportedAt,
        @Nullable Instant closedAt,
        @Nullable Double timeToLockOut,
        @Nullable Double timeToRestore,
        boolean infected,
        List<String> workers) {

    static HistoryRow of(CaseSummary summary) {
        return new HistoryRow(
                summary.id(),
                summary.mailbox(),
                summary.status(),
                summary.severity(),
                summary.reportedAt(),
                summary.closedAt(),
                TimePoint.seconds(summary.timeToLockOut()),
                TimePoint.seconds(summary.timeToRestore()),
                summary.infected(),
                summary.workers());
    }
}
