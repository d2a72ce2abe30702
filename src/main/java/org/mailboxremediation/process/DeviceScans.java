package org.mailboxremediation.process;

import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/** Records evidence about a device and looks at the gate again, since an infection shuts it (promises P1, P8). */
@Component
public final class DeviceScans {

    private final Devices devices;
    private final Incidents incidents;
    private final CaseChanges changes;

    DeviceScans(Devices devices, Incidents incidents, CaseChanges changes) {
        this.devices = devices;
        this.incidents = incidents;
        this.changes = changes;
    }

    /** Records a scan with the verdict it deserves. In the caller's transaction. */
    public Scan record(String deviceId, ScanClaim claim, String actor) {
        Device device = devices.find(deviceId).orElseThrow();
        Scan scan = devices.recordScan(
                deviceId, claim, incidents.get(device.incidentId()).reportedAt(), actor);
        changes.factAdded(device.incidentId());
        return scan;
    }

    /** Records what was done to a device. In the caller's transaction. */
    public void dispose(String deviceId, DispositionKind kind, String reason, String actor) {
        devices.dispose(deviceId, kind, reason, actor);
        changes.factAdded(devices.find(deviceId).orElseThrow().incidentId());
    }
}
