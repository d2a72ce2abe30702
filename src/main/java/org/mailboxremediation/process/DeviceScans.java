package org.mailboxremediation.process;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.device.SharedDevice;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/** Records evidence about a device and looks at the gate again, since an infection shuts it (promises P1, P8). */
@Component
public final class DeviceScans {

    /** The tasks about a device that a scan of it answers. */
    static final List<String> ANSWERED_BY_A_SCAN = List.of("UserTask_AttestScan", "UserTask_ConfirmScan");

    private final Devices devices;
    private final SharedDevices shared;
    private final Incidents incidents;
    private final CaseChanges changes;
    private final TaskBoard board;

    DeviceScans(Devices devices, SharedDevices shared, Incidents incidents, CaseChanges changes, TaskBoard board) {
        this.devices = devices;
        this.shared = shared;
        this.incidents = incidents;
        this.changes = changes;
        this.board = board;
    }

    /**
     * Locks all cases that facts about these devices can reach. First of all in a transaction that is about several devices,
     * or that does something else in the case beside it.
     */
    public void lock(Collection<Device> reported) {
        shared.lock(reported);
    }

    /** Records a scan with the verdict it deserves, in every open case that lists the device. In the caller's transaction. */
    public Scan record(String deviceId, ScanClaim claim, String actor) {
        Device device = devices.find(deviceId).orElseThrow();
        shared.lock(List.of(device));
        if (claim.infected() || !claim.findings().isEmpty()) {
            shared.infected(device);
        }
        Scan scan = record(deviceId, device.incidentId(), claim, actor);
        changes.factAdded(device.incidentId());
        shared.inOtherCases(device, other -> {
            record(other.deviceId(), other.incidentId(), claim, actor);
            answerScanTask(other);
        });
        return scan;
    }

    /**
     * Records what was done to a device, in every open case that lists it. In the caller's transaction.
     */
    public void dispose(String deviceId, DispositionKind kind, String reason, String actor) {
        Device device = devices.find(deviceId).orElseThrow();
        shared.lock(List.of(device));
        devices.dispose(deviceId, kind, reason, actor);
        changes.factAdded(device.incidentId());
        if (kind != DispositionKind.MALWARE_REMOVED) {
            shared.inOtherCases(device, other -> {
                devices.dispose(other.deviceId(), kind, reason, actor);
                answerScanTask(other);
            });
        }
    }

    /**
     * Records the second person's word on the newest scan, in every open case where that waits for one, and answers the
     * tasks that ask for it. In the caller's transaction.
     *
     * @throws IllegalStateException if no scan of the device awaits it, or it is the first person's
     */
    public void second(String deviceId, boolean confirmed, String reason, String actor) {
        Device device = devices.find(deviceId).orElseThrow();
        shared.lock(List.of(device));
        devices.second(deviceId, confirmed, reason, actor);
        changes.factAdded(device.incidentId());
        shared.inOtherCases(device, other -> {
            if (devices.find(other.deviceId()).flatMap(Device::awaitingSecond).isPresent()) {
                devices.second(other.deviceId(), confirmed, reason, actor);
                answer("UserTask_ConfirmScan", other);
            }
        });
    }

    /**
     * Takes a device that was listed by mistake off its case's list, if this is the second person to say so. In the
     * caller's transaction.
     *
     * @return whether it is off
     * @throws IllegalStateException if it may not be removed, or the same person asks again
     */
    public boolean remove(String deviceId, String reason, String actor) {
        Device device = devices.find(deviceId).orElseThrow();
        shared.lock(List.of(device));
        boolean removed = devices.remove(deviceId, reason, actor);
        if (removed) {
            changes.factAdded(device.incidentId());
            answerScanTask(new SharedDevice(deviceId, device.incidentId()));
        }
        return removed;
    }

    private Scan record(String deviceId, String incidentId, ScanClaim claim, String actor) {
        return devices.recordScan(deviceId, claim, incidents.get(incidentId), actor);
    }

    /** The scan task of that device asks for what is known now. */
    private void answerScanTask(SharedDevice device) {
        ANSWERED_BY_A_SCAN.forEach(task -> answer(task, device));
    }

    private void answer(String key, SharedDevice device) {
        board.find(device.incidentId(), key, device.deviceId())
                .ifPresent(task -> board.completeByEvidence(task, "", Set.of()));
    }
}
