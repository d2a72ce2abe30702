package org.mailboxremediation.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.IncidentIntake;
import org.mailboxremediation.process.Procedures;
import org.springframework.stereotype.Component;

/** Takes reports in: opens a case and starts its procedure, or adds to the open case and says so. */
@Component
final class Reporting {

    private final IncidentIntake intake;
    private final Procedures procedures;
    private final ConflictRetry conflicts;
    private final Incidents incidents;
    private final Devices devices;

    Reporting(
            IncidentIntake intake,
            Procedures procedures,
            ConflictRetry conflicts,
            Incidents incidents,
            Devices devices) {
        this.intake = intake;
        this.procedures = procedures;
        this.conflicts = conflicts;
        this.incidents = incidents;
        this.devices = devices;
    }

    static URI address(String incidentId) {
        return URI.create("/api/incidents/" + incidentId);
    }

    /**
     * Opens a case.
     *
     * @return its id
     * @throws Problem 409 where one was open already; what was new is in it then
     * @throws org.mailboxremediation.process.ReportRefused where there is nothing to open a case on
     */
    String report(Report report, List<NewDevice> used) {
        Optional<Incident> before = incidents.findOpen(report.mailbox());
        List<NewDevice> fresh = before.map(incident -> fresh(incident, used)).orElse(used);
        IncidentIntake.Taken taken = conflicts.repeat(() -> intake.report(report, fresh));
        if (!taken.opened()) {
            throw added(before.orElse(taken.incident()), taken.incident(), fresh.size());
        }
        procedures.start(taken.incident().id());
        return taken.incident().id();
    }

    /** Those that the case does not have yet: a report that is sent twice adds nothing. */
    private List<NewDevice> fresh(Incident incident, List<NewDevice> used) {
        List<Device> known = devices.of(incident.id());
        List<NewDevice> fresh = used.stream()
                .filter(device -> known.stream().map(Reporting::asAdded).noneMatch(device::equals))
                .toList();
        if (known.size() + fresh.size() > Devices.MAX_DEVICES) {
            throw Problem.conflict("An incident can have at most " + Devices.MAX_DEVICES + " devices.");
        }
        return fresh;
    }

    private static NewDevice asAdded(Device device) {
        return new NewDevice(device.name(), device.kind(), device.owner(), device.identifier());
    }

    private static Problem added(Incident before, Incident now, int devices) {
        return Problem.conflict("A case is open for this mailbox already. What was new in the report was added to it.")
                .with("incident", now.id())
                .with("added", Addition.between(before, now, devices))
                .at(address(now.id()));
    }
}
