package org.mailboxremediation.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
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
    private final EvidenceStore evidence;
    private final TaskBoard board;
    private final ConflictRetry conflicts;
    private final Clock clock;

    ScanDesk(DeviceScans scans, EvidenceStore evidence, TaskBoard board, ConflictRetry conflicts, Clock clock) {
        this.scans = scans;
        this.evidence = evidence;
        this.board = board;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    Scan attach(Device device, ScanClaim claim, Caller caller) {
        return conflicts.inTransaction(() -> record(device, claim, caller));
    }

    /** Keeps a report that nothing here can read yet, beside a scan that proves nothing (promise P8). */
    Scan attach(Device device, byte[] report, Caller caller) {
        Instant now = Times.now(clock);
        ScanClaim unread = new ScanClaim(false, "scan report, kept unread", null, now, now, 0, List.of());
        return conflicts.inTransaction(() -> {
            evidence.put(device.incidentId(), "application/octet-stream", report, caller.userId());
            return record(device, unread, caller);
        });
    }

    private Scan record(Device device, ScanClaim claim, Caller caller) {
        Scan scan = scans.record(device.id(), claim, caller.userId());
        board.findScan(device.incidentId(), device.id())
                .ifPresent(task -> board.completeByEvidence(task, caller.userId(), caller.groups()));
        return scan;
    }
}
