package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceState;
import org.mailboxremediation.device.Devices;
import org.springframework.stereotype.Component;

/** What does the newest evidence say of the device? (promise P8) */
@Component
public final class DeviceCleanGateway {

    private final Devices devices;

    DeviceCleanGateway(Devices devices) {
        this.devices = devices;
    }

    /** Whether it is clean, retired, or attested unscannable. */
    public boolean settled(DelegateExecution execution) {
        return device(execution).settled();
    }

    /** Whether something was found, and no clean rescan has come, nor one that a second person may confirm. */
    public boolean infected(DelegateExecution execution) {
        Device device = device(execution);
        return device.state() == DeviceState.INFECTED && device.awaitingSecond().isEmpty();
    }

    /** Whether its newest scan proves nothing until a second person confirms it. */
    public boolean awaitsSecond(DelegateExecution execution) {
        return device(execution).awaitingSecond().isPresent();
    }

    private Device device(DelegateExecution execution) {
        return devices.find(String.valueOf(execution.getVariable("deviceId"))).orElseThrow();
    }
}
