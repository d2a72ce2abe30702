package org.mailboxremediation.summary;

import java.util.List;
import java.util.Set;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.ChainFollower;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the summaries: a case's row is made anew from its facts just before the transaction commits that changed one of
 * them, whatever order they were written in. The case's lock, which each writer of events has, keeps others away.
 */
@Component
final class CaseSummaries implements ChainFollower {

    /** After which the row may differ. */
    private static final Set<String> CHANGING = Set.of(
            "IncidentReported",
            "IncidentTriaged",
            "IncidentClosed",
            "IncidentReopened",
            "PasswordChangeVerified",
            "PasswordChangeRefuted",
            "PasswordChangeUnverifiable",
            "AccessBlocked",
            "AccessRestored",
            "CredentialRevealed",
            "ScanRecorded");

    /** Whoever reports a case does not work on it yet. */
    private static final Set<String> REPORTS = Set.of("IncidentReported", "ReportMerged");

    private final SummaryTable table;

    CaseSummaries(SummaryTable table) {
        this.table = table;
    }

    @Override
    public void appended(List<CaseEvent> events) {
        for (CaseEvent event : events) {
            if (CHANGING.contains(event.type())) {
                changes().changed(event.caseId());
            }
            if (event.type().equals("IncidentReported")) {
                changes()
                        .reported(event.caseId(), String.valueOf(event.payload().get("mailbox")));
            }
            if (isWork(event)) {
                changes().worked(event.caseId(), event.actor());
            }
        }
    }

    /** Whether a person did it, beyond reporting. */
    static boolean isWork(CaseEvent event) {
        return !event.actor().equals(CaseEvent.SYSTEM) && !REPORTS.contains(event.type());
    }

    /** Those of the transaction that runs. */
    private SummaryChanges changes() {
        if (TransactionSynchronizationManager.getResource(this) instanceof SummaryChanges known) {
            return known;
        }
        SummaryChanges fresh = new SummaryChanges(this, table);
        fresh.resume();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }
}
