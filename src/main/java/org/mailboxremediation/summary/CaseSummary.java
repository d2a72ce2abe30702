package org.mailboxremediation.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Severity;

/**
 * One case as a list shows it.
 *
 * @param closedAt null while it is open
 * @param lockedOutAt when the first change was verified; null until then
 * @param restoredAt when access came back for the last time, or the password was shown where access was never blocked; null
 *     until then, and after a new block
 * @param infected whether malware was ever found on one of its devices
 * @param workers logins of those who did something in it beyond reporting it, sorted
 */
public record CaseSummary(
        String id,
        String mailbox,
        IncidentStatus status,
        Severity severity,
        Instant reportedAt,
        @Nullable Instant closedAt,
        @Nullable Instant lockedOutAt,
        @Nullable Instant restoredAt,
        boolean infected,
        List<String> workers) {

    public CaseSummary {
        workers = List.copyOf(workers);
    }

    /** From the report to the first verified lock-out; null until then. */
    public @Nullable Duration timeToLockOut() {
        return lockedOutAt == null ? null : Duration.between(reportedAt, lockedOutAt);
    }

    /** From the report until the owner had access again; null until then. */
    public @Nullable Duration timeToRestore() {
        return restoredAt == null ? null : Duration.between(reportedAt, restoredAt);
    }
}
