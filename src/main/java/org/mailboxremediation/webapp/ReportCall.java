package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.report.ForeignReport;
import org.mailboxremediation.device.report.ReportDocument;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.process.ScanDesk;
import org.springframework.stereotype.Component;

/** Takes a scanner's report for one or several devices of a case (article step 2). */
@Component
final class ReportCall {

    private final TasksOfPerson tasks;
    private final Devices devices;
    private final Incidents incidents;
    private final ScanDesk desk;
    private final DeviceTable table;

    ReportCall(TasksOfPerson tasks, Devices devices, Incidents incidents, ScanDesk desk, DeviceTable table) {
        this.tasks = tasks;
        this.devices = devices;
        this.incidents = incidents;
        this.desk = desk;
        this.table = table;
    }

    Response take(String taskId, List<String> deviceIds, InputStream report) {
        return Replies.of(() -> {
            PersonAtTask person = tasks.administratorAt(taskId, "hand in reports");
            List<Device> chosen = chosen(person.incidentId(), Set.copyOf(deviceIds));
            List<Scan> scans = inNobodysName(chosen, read(report), person);
            // The task itself may be completed with it: the table comes with the answer.
            return Map.of("scans", scans.stream().map(GivenVerdict::of).toList(), "table", table.shown(person));
        });
    }

    /** A person may move no token but by a form. */
    private List<Scan> inNobodysName(List<Device> chosen, byte[] report, PersonAtTask person) {
        try {
            return tasks.inNobodysName(() -> desk.attach(chosen, report, person.userId(), () -> {}));
        } catch (ForeignReport foreign) {
            throw new CallRefused(409, foreign.getMessage());
        }
    }

    private List<Device> chosen(String incidentId, Set<String> deviceIds) {
        if (!incidents.get(incidentId).status().isOpen()) {
            throw new CallRefused(409, "The case is closed.");
        }
        List<Device> chosen = devices.of(incidentId).stream()
                .filter(device -> !device.removed() && deviceIds.contains(device.id()))
                .toList();
        if (chosen.isEmpty() || chosen.size() != deviceIds.size()) {
            throw new CallRefused(409, "Choose devices of this case.");
        }
        return chosen;
    }

    private static byte[] read(InputStream report) {
        byte[] bytes;
        try {
            bytes = report.readNBytes(ReportDocument.MAX_SIZE + 1);
        } catch (IOException broken) {
            throw new CallRefused(400, "The report did not arrive whole. Upload it again.");
        }
        if (bytes.length == 0) {
            throw new CallRefused(400, "The file is empty.");
        }
        if (bytes.length > ReportDocument.MAX_SIZE) {
            throw new CallRefused(413, "A report may have at most 10 MiB.");
        }
        return bytes;
    }
}
