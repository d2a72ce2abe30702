package org.mailboxremediation.api;

import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/** The cases and devices that paths name. What the caller may not see is not there. */
@Component
final class Cases {

    private final Incidents incidents;
    private final Devices devices;

    Cases(Incidents incidents, Devices devices) {
        this.incidents = incidents;
        this.devices = devices;
    }

    Incident get(String id, Caller caller) {
        return incidents.find(id).filter(caller::reads).orElseThrow(() -> Problem.notFound("incident"));
    }

    /** The case, if facts may be added to it. */
    Incident open(String id, Caller caller) {
        Incident incident = get(id, caller);
        if (!incident.status().isOpen()) {
            throw Problem.conflict("The incident is closed. Reopen it first.")
                    .with("status", incident.status().name());
        }
        return incident;
    }

    Device device(Incident incident, String deviceId) {
        return devices.of(incident.id()).stream()
                .filter(device -> device.id().equals(deviceId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("device"));
    }
}
