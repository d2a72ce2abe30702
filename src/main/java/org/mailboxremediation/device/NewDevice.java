package org.mailboxremediation.device;

import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.TextBounds;

/**
 * A device to add to a case.
 *
 * @param name 1 to 200 characters
 * @param owner who uses it, 1 to 200 characters
 * @param identifier an inventory or serial number, 1 to 200 characters
 */
public record NewDevice(
        String name,
        DeviceKind kind,
        String owner,
        @Nullable String identifier) {

    /** Checks the bounds: IllegalArgumentException if one does not hold. */
    public NewDevice {
        TextBounds.line("name", name, 200);
        TextBounds.line("owner", owner, 200);
        if (identifier != null) {
            TextBounds.line("identifier", identifier, 200);
        }
    }
}
