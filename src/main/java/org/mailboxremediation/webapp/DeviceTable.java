package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.process.OpenTask;
import org.mailboxremediation.process.TaskBoard;
import org.mailboxremediation.restore.RestoreDecision;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** The devices of the case that a task belongs to: how far each has come, and why the gate is shut. */
@Component
final class DeviceTable {

    private final TasksOfPerson tasks;
    private final Devices devices;
    private final Incidents incidents;
    private final RestoreGuard guard;
    private final TaskBoard board;
    private final Clock clock;

    DeviceTable(
            TasksOfPerson tasks,
            Devices devices,
            Incidents incidents,
            RestoreGuard guard,
            TaskBoard board,
            Clock clock) {
        this.tasks = tasks;
        this.devices = devices;
        this.incidents = incidents;
        this.guard = guard;
        this.board = board;
        this.clock = clock;
    }

    /**
     * What the tab shows.
     *
     * @param reasons why the gate is shut; empty if it is open
     * @param mayAttest whether this person may attest scans
     */
    record Shown(String mailbox, List<String> reasons, boolean mayAttest, List<DeviceRow> devices) {

        Shown {
            reasons = List.copyOf(reasons);
            devices = List.copyOf(devices);
        }
    }

    Response of(String taskId) {
        return Replies.of(() -> shown(tasks.at(taskId)));
    }

    /** The table for that person, whatever has become of the task. */
    Shown shown(PersonAtTask person) {
        String incident = person.incidentId();
        RestoreDecision gate = guard.decide(incident);
        Map<String, Instant> due = due(incident);
        Instant now = clock.instant();
        List<DeviceRow> rows = devices.of(incident).stream()
                .filter(device -> !device.removed())
                .map(device -> DeviceRow.of(device, due.get(device.id()), now))
                .toList();
        return new Shown(
                incidents.get(incident).mailbox().asString(),
                gate.reasons(),
                person.groups().contains("mailbox-admins"),
                rows);
    }

    /** When the task about each device is due. */
    private Map<String, Instant> due(String incidentId) {
        Map<String, Instant> due = new HashMap<>();
        for (OpenTask task : board.of(incidentId)) {
            if (task.deviceId() != null && task.due() != null) {
                due.merge(task.deviceId(), task.due(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return due;
    }
}
