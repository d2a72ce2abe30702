package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.process.DeviceScans;
import org.springframework.stereotype.Component;

/** Records that a device was reimaged or retired after its third infected scan. */
@Component
final class ReplaceDeviceInput implements TaskInput {

    private final DeviceScans scans;
    private final DeviceTexts texts;

    ReplaceDeviceInput(DeviceScans scans, DeviceTexts texts) {
        this.scans = scans;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ReplaceDevice";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.device(task.device()));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        scans.dispose(
                task.device(),
                DispositionKind.valueOf(answers.need("action")),
                answers.need("action") + ": " + answers.need("reason"),
                task.actor());
    }
}
