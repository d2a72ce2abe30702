package org.mailboxremediation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param id a random UUID
 * @param accessBefore what the provider said when the report came in
 * @param note what reporters wrote, the first note first
 * @param reportedAt when the first report came in, by our clock
 * @param closedAt when it was closed; null while it is open
 * @param processInstanceId the process that works it; null until it has started
 */
public record Incident(
        String id,
        MailboxAddress mailbox,
        IncidentStatus status,
        Severity severity,
        LockOut lockOut,
        AccessBefore accessBefore,
        Reporter reporter,
        Owner owner,
        Set<Symptom> symptoms,
        Set<RiskFactor> riskFactors,
        List<String> colleagues,
        @Nullable String note,
        Instant reportedAt,
        @Nullable Instant closedAt,
        @Nullable String processInstanceId) {

    public Incident {
        symptoms = Set.copyOf(symptoms);
        riskFactors = Set.copyOf(riskFactors);
        colleagues = List.copyOf(colleagues);
    }

    /** Whether the case is open and no process works it yet. */
    public boolean awaitsProcess() {
        return status.isOpen() && processInstanceId == null;
    }

    /** The same case, with a process that works it. */
    Incident workedBy(String process) {
        return new Incident(
                id,
                mailbox,
                status,
                severity,
                lockOut,
                accessBefore,
                reporter,
                owner,
                symptoms,
                riskFactors,
                colleagues,
                note,
                reportedAt,
                closedAt,
                process);
    }

    /** What triage decided last. */
    public Triage triage() {
        return new Triage(severity, lockOut);
    }
}
