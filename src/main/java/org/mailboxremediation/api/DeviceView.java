package org.mailboxremediation.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.DeviceState;

/** A device on which the mailbox was used. */
record DeviceView(
        String id,
        String name,
        DeviceKind kind,
        String owner,
        @Nullable String identifier,
        DeviceState state,
        Instant addedAt,
        List<ScanView> scans) {

    static DeviceView of(Device device) {
        return new DeviceView(
                device.id(),
                device.name(),
                device.kind(),
                device.owner(),
                device.identifier(),
                device.state(),
                device.addedAt(),
                device.scans().stream().map(ScanView::of).toList());
    }
}
