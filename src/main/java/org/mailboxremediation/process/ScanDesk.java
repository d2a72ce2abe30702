package org.mailboxremediation.api;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.device.clamd.UploadScans;
import org.mailboxremediation.device.clamd.UploadVerdict;
import org.mailboxremediation.device.report.ForeignReport;
import org.mailboxremediation.device.report.ReportClaims;
import org.mailboxremediation.evidence.Evidence;
import org.mailboxremediation.evidence.EvidenceStore;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.DeviceScans;
import org.mailboxremediation.process.TaskBoard;
import org.springframework.stereotype.Component;

/** Takes scan evidence in; the scan task that it answers is completed in the same transaction. */
@Component
final class ScanDesk {

    private final DeviceScans scans;
    private final ReportClaims reports;
    private final UploadScans uploads;
    private final EvidenceStore evidence;
    private final TaskBoard board;
    private final ConflictRetry conflicts;
    private final Clock clock;

    ScanDesk(
            DeviceScans scans,
            ReportClaims reports,
            UploadScans uploads,
            EvidenceStore evidence,
            TaskBoard board,
            ConflictRetry conflicts,
            Clock clock) {
        this.scans = scans;
        this.reports = reports;
        this.uploads = uploads;
        this.evidence = evidence;
        this.board = board;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    Scan attach(Device device, ScanClaim claim, Caller caller) {
        return conflicts.inTransaction(() -> record(device, claim, caller));
    }

    /** Reads a scanner's report and keeps it as it came: 400 if it is another device's. */
    Scan attach(Device device, byte[] report, Caller caller) {
        return attach(device, report, caller, () -> {});
    }

    /**
     * The same.
     *
     * @param permit done first in the transaction; what it throws refuses the report
     */
    Scan attach(Device device, byte[] report, Caller caller, Runnable permit) {
        UploadVerdict seen = uploads.scan(report);
        ScanClaim claim = claim(device, report, seen.doubt());
        return conflicts.inTransaction(() -> {
            permit.run();
            Evidence kept = evidence.put(device.incidentId(), "application/octet-stream", report, caller.userId());
            uploads.record(device.incidentId(), kept.id(), seen, caller.userId());
            return record(device, claim, caller);
        });
    }

    private ScanClaim claim(Device device, byte[] report, @Nullable String doubt) {
        try {
            return reports.read(report, device, Times.now(clock), doubt);
        } catch (ForeignReport foreign) {
            throw Problem.field("report", String.valueOf(foreign.getMessage()));
        }
    }

    private Scan record(Device device, ScanClaim claim, Caller caller) {
        Scan scan = scans.record(device.id(), claim, caller.userId());
        board.findScan(device.incidentId(), device.id())
                .ifPresent(task -> board.completeByEvidence(task, caller.userId(), caller.groups()));
        return scan;
    }
}
