package org.mailboxremediation.device;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When two identifiers name one device: they differ in large and small letters or blanks around them at most. */
public final class DeviceIdentity {

    private DeviceIdentity() {}

    /** What identifiers of one device have in common; null for none. */
    public static @Nullable String key(@Nullable String identifier) {
        return identifier == null || identifier.isBlank()
                ? null
                : identifier.strip().toLowerCase(Locale.ROOT);
    }
}
