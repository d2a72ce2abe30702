package org.mailboxremediation.device;

import java.util.Set;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.TextBounds;

/**
 * A device of the organisation.
 *
 * @param identifier an inventory or serial number, 3 to 200 characters, one of them a digit: what makes it the same device in every case
 * @param name 1 to 200 characters
 * @param owner who answers for it, 1 to 200 characters
 * @param managed whether the organisation administers it
 * @param mailboxes which are used on it; at most 200
 */
public record InventoryDevice(
        String identifier, String name, DeviceKind kind, String owner, boolean managed, Set<MailboxAddress> mailboxes) {

    /** How many mailboxes a device can have. */
    public static final int MAX_MAILBOXES = 200;

    /** Checks the bounds: IllegalArgumentException if one does not hold. */
    public InventoryDevice {
        TextBounds.line("identifier", identifier, 200);
        TextBounds.line("name", name, 200);
        TextBounds.line("owner", owner, 200);
        if (DeviceIdentity.key(identifier) == null) {
            throw new IllegalArgumentException("identifier must have three characters or more, one of them a digit");
        }
        if (mailboxes.size() > MAX_MAILBOXES) {
            throw new IllegalArgumentException("mailboxes must be at most " + MAX_MAILBOXES);
        }
        mailboxes = Set.copyOf(mailboxes);
    }

    /** As it stands in a case. */
    public NewDevice listed() {
        return new NewDevice(name, kind, owner, identifier);
    }
}
