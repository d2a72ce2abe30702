package org.mailboxremediation.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/** One person's word on the scans of several devices at once; the scan tasks that it answers are completed with it. */
@Component
public final class ManyScans {

    private final Devices devices;
    private final Incidents incidents;
    private final DeviceScans scans;
    private final TaskBoard board;
    private final IdentityService identity;
    private final ConflictRetry conflicts;

    ManyScans(
            Devices devices,
            Incidents incidents,
            DeviceScans scans,
            TaskBoard board,
            IdentityService identity,
            ConflictRetry conflicts) {
        this.devices = devices;
        this.incidents = incidents;
        this.scans = scans;
        this.board = board;
        this.identity = identity;
        this.conflicts = conflicts;
    }

    /**
     * Records the scan for each of these devices, all of them or none.
     *
     * @return the scans with the verdicts they were given, in the same order
     * @throws InputRefused if the case is closed, or a device is not one of the case's
     */
    public List<Scan> attest(String incidentId, Set<String> deviceIds, ScanClaim claim, String actor) {
        Authentication person = identity.getCurrentAuthentication();
        // In nobody's name: a person may move no token but by a form.
        identity.clearAuthentication();
        try {
            return conflicts.inTransaction(() -> record(incidentId, deviceIds, claim, actor));
        } finally {
            identity.setAuthentication(person);
        }
    }

    private List<Scan> record(String incidentId, Set<String> deviceIds, ScanClaim claim, String actor) {
        List<Device> named = devices.of(incidentId).stream()
                .filter(device -> !device.removed() && deviceIds.contains(device.id()))
                .toList();
        if (named.isEmpty() || named.size() != deviceIds.size()) {
            throw new InputRefused("Choose devices of this case.");
        }
        if (!incidents.get(incidentId).status().isOpen()) {
            throw new InputRefused("The case is closed.");
        }
        scans.lock(named);
        return named.stream()
                .map(device -> record(incidentId, device.id(), claim, actor))
                .toList();
    }

    private Scan record(String incidentId, String deviceId, ScanClaim claim, String actor) {
        Scan scan = scans.record(deviceId, claim, actor);
        for (String key : DeviceScans.ANSWERED_BY_A_SCAN) {
            board.find(incidentId, key, deviceId).ifPresent(task -> board.completeByEvidence(task, actor, Set.of()));
        }
        return scan;
    }
}
