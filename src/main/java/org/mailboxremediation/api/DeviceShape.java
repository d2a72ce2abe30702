package org.mailboxremediation.api;

import java.util.Optional;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.NewDevice;

/** How a device is read: {@code {name, kind, owner, identifier?}}. */
final class DeviceShape {

    private static final int MAX = 200;

    private DeviceShape() {}

    static Optional<NewDevice> read(Members in) {
        in.need("name", "kind", "owner");
        Optional<String> name = in.line("name", MAX);
        Optional<DeviceKind> kind = in.code("kind", DeviceKind.class);
        Optional<String> owner = in.line("owner", MAX);
        Optional<String> identifier = in.line("identifier", MAX);
        if (!in.isSound()) {
            return Optional.empty();
        }
        return Optional.of(
                new NewDevice(name.orElseThrow(), kind.orElseThrow(), owner.orElseThrow(), identifier.orElse(null)));
    }
}
