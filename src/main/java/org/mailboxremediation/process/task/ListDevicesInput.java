package org.mailboxremediation.process.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.springframework.stereotype.Component;

/** Lists the devices that used the mailbox (article step 2). */
@Component
final class ListDevicesInput implements TaskInput {

    private final Devices devices;
    private final DeviceTexts texts;

    ListDevicesInput(Devices devices, DeviceTexts texts) {
        this.devices = devices;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ListDevices";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.devices(task.incidentId()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        listed(answers);
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        listed(answers).forEach(device -> devices.add(task.incidentId(), device, task.actor()));
    }

    private static List<NewDevice> listed(Answers answers) {
        List<NewDevice> listed = new ArrayList<>();
        answers.tree("devices").ifPresent(tree -> tree.forEach(item -> listed.add(device(item, answers))));
        return listed;
    }

    private static NewDevice device(JsonNode item, Answers answers) {
        try {
            String identifier = item.path("identifier").asText("").strip();
            return new NewDevice(
                    item.path("name").asText("").strip(),
                    DeviceKind.valueOf(item.path("kind").asText("")),
                    item.path("owner").asText("").strip(),
                    identifier.isEmpty() ? null : identifier);
        } catch (IllegalArgumentException e) {
            throw answers.refused(
                    "devices",
                    "needs a name, a kind (LAPTOP, DESKTOP, PHONE, TABLET, SERVER, OTHER) and an"
                            + " owner for each device, each at most 200 characters");
        }
    }
}
