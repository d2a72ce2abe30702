package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Disposition;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.Notices;
import org.springframework.stereotype.Component;

/** Scans that are owed and do not come: the administrators are reminded, then the security leads hear of it. */
@Component
public final class OverdueScans {

    private static final String OVERDUE = "ScanOverdue";

    /** Devices of a case that fall due together are one mail. */
    private static final Duration AT_MOST_EVERY = Duration.ofHours(1);

    private final Devices devices;
    private final Incidents incidents;
    private final Notices notices;
    private final EventChain chain;
    private final Clock clock;

    OverdueScans(Devices devices, Incidents incidents, Notices notices, EventChain chain, Clock clock) {
        this.devices = devices;
        this.incidents = incidents;
        this.notices = notices;
        this.chain = chain;
        this.clock = clock;
    }

    /** Keeps that the scan of a device is overdue (event {@code ScanOverdue}), and owes the notice. In the caller's transaction. */
    public void report(String incidentId, String deviceId) {
        Incident incident = incidents.get(incidentId);
        chain.lock(incidentId);
        boolean reminded = isReminded(devices.find(deviceId).orElseThrow());
        chain.append(incidentId, CaseEvent.SYSTEM, OVERDUE, Map.of("device", deviceId));
        Instant quietSince = clock.instant().minus(AT_MOST_EVERY);
        if (reminded) {
            notices.scanStillOverdue(incident, quietSince);
        } else {
            notices.scanOverdue(incident, quietSince);
        }
    }

    /** Whether this was said before, since anything was last said of the device. */
    private boolean isReminded(Device device) {
        long newest = LongStream.concat(
                        device.scans().stream().mapToLong(Scan::position),
                        device.dispositions().stream().mapToLong(Disposition::position))
                .max()
                .orElse(-1);
        return chain.of(device.incidentId()).stream()
                .filter(event -> event.sequence() > newest && event.type().equals(OVERDUE))
                .anyMatch(event -> device.id().equals(event.payload().get("device")));
    }
}
