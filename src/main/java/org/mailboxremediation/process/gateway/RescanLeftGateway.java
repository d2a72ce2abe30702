package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.device.Devices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Is another rescan worth it? */
@Component
public final class RescanLeftGateway {

    private final Devices devices;
    private final int rounds;

    RescanLeftGateway(Devices devices, @Value("${remediation.scan.rounds:3}") int rounds) {
        if (rounds < 1 || rounds > 20) {
            throw new IllegalArgumentException("remediation.scan.rounds must be 1 to 20");
        }
        this.devices = devices;
        this.rounds = rounds;
    }

    /** Whether fewer scans than are allowed have found something since the device was last reimaged. */
    public boolean yes(DelegateExecution execution) {
        return devices.find(String.valueOf(execution.getVariable("deviceId")))
                        .orElseThrow()
                        .infectedScans()
                < rounds;
    }
}
