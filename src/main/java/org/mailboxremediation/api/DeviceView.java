package org.mailboxremediation.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.DeviceState;

/**
 * A device on which the mailbox was used.
 *
 * @param managed whether the organisation manages it; null where the inventory does not know it
 * @param removed whether two people took it off the list
 * @param removalAskedBy who asked for that, with nobody having agreed yet
 */
record DeviceView(
        String id,
        String name,
        DeviceKind kind,
        String owner,
        @Nullable String identifier,
        @Nullable Boolean managed,
        DeviceState state,
        Instant addedAt,
        boolean removed,
        @Nullable String removalAskedBy,
        List<ScanView> scans) {

    static DeviceView of(Device device) {
        return new DeviceView(
                device.id(),
                device.name(),
                device.kind(),
                device.owner(),
                device.identifier(),
                device.managed(),
                device.state(),
                device.addedAt(),
                device.removed(),
                device.removalAskedBy().orElse(null),
                device.scans().stream().map(ScanView::of).toList());
    }
}
