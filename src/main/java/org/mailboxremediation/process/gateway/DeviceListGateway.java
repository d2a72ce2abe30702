package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.DeviceListing;
import org.springframework.stereotype.Component;

/** Is the device list attested complete? */
@Component
public final class DeviceListGateway {

    private final DeviceListing listing;

    DeviceListGateway(DeviceListing listing) {
        this.listing = listing;
    }

    /** Whether it is, by two people if it is empty. */
    public boolean complete(DelegateExecution execution) {
        return listing.complete(execution.getProcessBusinessKey());
    }

    /** Whether an empty list waits for its second person. */
    public boolean needsSecondYes(DelegateExecution execution) {
        return listing.needsSecondYes(execution.getProcessBusinessKey());
    }

    /** Whether the newest answer was that devices are missing. */
    public boolean moreDevices(DelegateExecution execution) {
        return listing.moreDevices(execution.getProcessBusinessKey());
    }
}
