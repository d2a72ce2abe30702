package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.device.Devices;
import org.springframework.stereotype.Component;

/** Is another rescan worth it? */
@Component
public final class RescanLeftGateway {

    private final Devices devices;

    RescanLeftGateway(Devices devices) {
        this.devices = devices;
    }

    /** Whether fewer than three scans have found something since the device was last reimaged. */
    public boolean yes(DelegateExecution execution) {
        return devices.find(String.valueOf(execution.getVariable("deviceId")))
                        .orElseThrow()
                        .infectedScans()
                < 3;
    }
}
