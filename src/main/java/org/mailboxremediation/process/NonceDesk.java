package org.mailboxremediation.process;

import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceNonces;
import org.mailboxremediation.device.IssuedNonce;
import org.springframework.stereotype.Component;

/** Makes the nonce with which a device's owner hands in one report, for whoever works the device's scan task. */
@Component
public final class NonceDesk {

    private final DeviceNonces nonces;
    private final TaskBoard board;
    private final ConflictRetry conflicts;

    NonceDesk(DeviceNonces nonces, TaskBoard board, ConflictRetry conflicts) {
        this.nonces = nonces;
        this.board = board;
        this.conflicts = conflicts;
    }

    /**
     * Makes it, in the place of any of the device's that was not used.
     *
     * @throws InputRefused if somebody else holds the device's scan task
     */
    public IssuedNonce issue(Device device, String actor) {
        boolean held = board.findScan(device.incidentId(), device.id())
                .map(OpenTask::assignee)
                .filter(holder -> !holder.equals(actor))
                .isPresent();
        if (held) {
            throw new InputRefused("Somebody else holds the scan task of this device. Ask them, or take it over.");
        }
        return conflicts.inTransaction(() -> nonces.issue(device, actor));
    }
}
