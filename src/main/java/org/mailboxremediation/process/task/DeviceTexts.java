package org.mailboxremediation.process.task;

import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Scan;
import org.springframework.stereotype.Component;

/** What a task shows of the case's devices (article step 2). */
@Component
final class DeviceTexts {

    private final Devices devices;
    private final TaskText text;

    DeviceTexts(Devices devices, TaskText text) {
        this.devices = devices;
        this.text = text;
    }

    String devices(String incidentId) {
        List<String> lines = new ArrayList<>();
        devices.of(incidentId).forEach(d -> lines.add(line(d)));
        return text.headed(incidentId, lines.isEmpty() ? List.of("No device is listed yet.") : lines);
    }

    String device(String deviceId) {
        Device device = devices.find(deviceId).orElseThrow();
        List<String> lines = new ArrayList<>(List.of(line(device)));
        for (Scan scan : device.scans()) {
            lines.add("Scan of " + scan.finishedAt() + " by " + scan.tool() + ": " + TaskText.words(scan.verdict()));
            scan.findings().forEach(finding -> lines.add("   found: " + finding));
            scan.reasons().forEach(reason -> lines.add("   " + reason));
        }
        device.awaitingSecond()
                .ifPresent(scan -> lines.add("Attested by " + scan.attestedBy() + ", without a report."));
        lines.add("Its owner can scan it with ClamAV: the tab \"Devices\" makes the command for that.");
        return text.headed(device.incidentId(), lines);
    }

    private static String line(Device device) {
        return device.name() + " (" + TaskText.words(device.kind()) + ", " + device.owner() + "): "
                + TaskText.words(device.state());
    }
}
