package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.IssuedNonce;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.NonceDesk;
import org.springframework.stereotype.Component;

/** Makes the nonce with which a device's owner hands in one report; it is shown this once. */
@Component
final class NonceCall {

    private final TasksOfPerson tasks;
    private final Devices devices;
    private final NonceDesk nonces;

    NonceCall(TasksOfPerson tasks, Devices devices, NonceDesk nonces) {
        this.tasks = tasks;
        this.devices = devices;
        this.nonces = nonces;
    }

    Response issue(String taskId, String deviceId) {
        return Replies.of(() -> {
            PersonAtTask person = tasks.administratorAt(taskId, "make nonces");
            Device device = devices.of(person.incidentId()).stream()
                    .filter(listed -> !listed.removed() && listed.id().equals(deviceId))
                    .findFirst()
                    .orElseThrow(() -> new CallRefused(409, "Choose a device of this case."));
            IssuedNonce issued = issue(device, person);
            return Map.of(
                    "nonce", issued.text(), "expiresAt", issued.expiresAt().toString());
        });
    }

    private IssuedNonce issue(Device device, PersonAtTask person) {
        try {
            return nonces.issue(device, person.userId());
        } catch (InputRefused held) {
            throw new CallRefused(409, held.getMessage());
        }
    }
}
