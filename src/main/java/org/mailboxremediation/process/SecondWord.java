package org.mailboxremediation.process;

import java.util.Set;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.springframework.stereotype.Component;

/** The second person's word on a scan, given beside the task that asks for it; the task is answered by it. */
@Component
public final class SecondWord {

    private final Devices devices;
    private final DeviceScans scans;
    private final TaskBoard board;

    SecondWord(Devices devices, DeviceScans scans, TaskBoard board) {
        this.devices = devices;
        this.scans = scans;
        this.board = board;
    }

    /**
     * Records it. In the caller's transaction.
     *
     * @return the device as it is then
     * @throws IllegalStateException if no scan of the device waits for it, or it is the first person's
     */
    public Device say(String deviceId, boolean confirmed, String reason, String actor) {
        scans.second(deviceId, confirmed, reason, actor);
        Device device = devices.find(deviceId).orElseThrow();
        board.find(device.incidentId(), "UserTask_ConfirmScan", deviceId)
                .ifPresent(task -> board.completeByEvidence(task, actor, Set.of()));
        return device;
    }
}
