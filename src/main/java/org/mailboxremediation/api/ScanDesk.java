package org.mailboxremediation.api;

import java.time.Clock;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.device.report.ForeignReport;
import org.mailboxremediation.device.report.ReportClaims;
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
    private final EvidenceStore evidence;
    private final TaskBoard board;
    private final ConflictRetry conflicts;
    private final Clock clock;

    ScanDesk(
            DeviceScans scans,
            ReportClaims reports,
            EvidenceStore evidence,
            TaskBoard board,
            ConflictRetry conflicts,
            Clock clock) {
        this.scans = scans;
        this.reports = reports;
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
        ScanClaim claim = claim(device, report);
        return conflicts.inTransaction(() -> {
            evidence.put(device.incidentId(), "application/octet-stream", report, caller.userId());
            return record(device, claim, caller);
        });
    }

    private ScanClaim claim(Device device, byte[] report) {
        try {
            return reports.read(report, device, Times.now(clock), null);
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
