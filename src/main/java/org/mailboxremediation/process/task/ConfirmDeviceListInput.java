package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.process.DeviceListing;
import org.springframework.stereotype.Component;

/** Attests that the device list is complete, or that devices are missing (promise P1). */
@Component
final class ConfirmDeviceListInput implements TaskInput {

    private final Attestations attestations;
    private final DeviceTexts texts;

    ConfirmDeviceListInput(Attestations attestations, DeviceTexts texts) {
        this.attestations = attestations;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ConfirmDeviceList";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.devices(task.incidentId()));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String answer = answers.need("answer").equals("COMPLETE") ? DeviceListing.COMPLETE : DeviceListing.INCOMPLETE;
        attestations.record(
                task.incidentId(), AttestationKind.DEVICE_LIST_COMPLETE, "devices", answer, null, task.actor());
    }
}
