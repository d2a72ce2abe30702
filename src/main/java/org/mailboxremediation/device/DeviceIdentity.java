package org.mailboxremediation.device;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When two identifiers name one device: they differ in large and small letters or blanks around them at most. What is typed
 * where there is none ("n/a", "unknown") names no device: an identifier has a digit and three characters or more.
 */
public final class DeviceIdentity {

    private static final int SHORTEST = 3;

    private DeviceIdentity() {}

    /** What identifiers of one device have in common; null for what names none. */
    public static @Nullable String key(@Nullable String identifier) {
        String typed = identifier == null ? "" : identifier.strip();
        boolean names = typed.length() >= SHORTEST && typed.chars().anyMatch(Character::isDigit);
        return names ? typed.toLowerCase(Locale.ROOT) : null;
    }
}
