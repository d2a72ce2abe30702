package org.mailboxremediation.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.stereotype.Component;

/** Takes scan evidence in; the tasks that it answers are completed in the same transaction. */
@Component
public final class ScanDesk {

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

    /** Records what a program says of a scan. */
    public Scan attach(Device device, ScanClaim claim, String actor) {
        return conflicts.inTransaction(() -> record(device, claim, actor));
    }

    /**
     * Reads a scanner's report of these devices of one case, and keeps it as it came: for all of them or for none. Must not
     * be called inside a transaction.
     *
     * @param report at most {@link org.mailboxremediation.device.report.ReportDocument#MAX_SIZE} bytes
     * @param permit done first in the transaction; what it throws refuses the report
     * @return the scans with the verdicts they were given, in the devices' order
     * @throws ForeignReport if it is another device's
     */
    public List<Scan> attach(List<Device> devices, byte[] report, String actor, Runnable permit) {
        UploadVerdict seen = uploads.scan(report);
        Map<Device, ScanClaim> claims = new LinkedHashMap<>();
        devices.forEach(device -> claims.put(device, reports.read(report, device, Times.now(clock), seen.doubt())));
        return conflicts.inTransaction(() -> {
            scans.lock(devices);
            permit.run();
            String incident = devices.get(0).incidentId();
            Evidence kept = evidence.put(incident, "application/octet-stream", report, actor);
            uploads.record(incident, kept.id(), seen, actor);
            List<Scan> recorded = new ArrayList<>();
            claims.forEach((device, claim) -> recorded.add(record(device, claim, actor)));
            return List.copyOf(recorded);
        });
    }

    private Scan record(Device device, ScanClaim claim, String actor) {
        Scan scan = scans.record(device.id(), claim, actor);
        for (String task : DeviceScans.ANSWERED_BY_A_SCAN) {
            board.find(device.incidentId(), task, device.id())
                    .ifPresent(open -> board.completeByEvidence(open, actor, Set.of()));
        }
        return scan;
    }
}
