package org.mailboxremediation.process.task;

import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.process.DeviceScans;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** The second person's word on a scan that one person attested without a report (promise P8, ADR 0023). */
@Component
final class ConfirmScanInput implements TaskInput {

    private final Devices devices;
    private final DeviceScans scans;
    private final DeviceTexts texts;

    ConfirmScanInput(Devices devices, DeviceScans scans, DeviceTexts texts) {
        this.devices = devices;
        this.scans = scans;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ConfirmScan";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.device(task.device()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        if (!answers.none()
                && awaited(task)
                        .filter(scan -> scan.attestedBy().equals(task.actor()))
                        .isPresent()) {
            throw new InputRefused("You attested this scan yourself: the second yes must come from another person.");
        }
    }

    /** Nothing where the device's newest word came from elsewhere meanwhile: the model looks at it again. */
    @Override
    public void record(CaseTask task, Answers answers) {
        if (!answers.none() && awaited(task).isPresent()) {
            boolean confirmed = answers.need("answer").equals("CONFIRM");
            scans.second(task.device(), confirmed, answers.need("reason"), task.actor());
        }
    }

    private Optional<Scan> awaited(CaseTask task) {
        return devices.find(task.device()).flatMap(Device::awaitingSecond);
    }
}
