package org.mailboxremediation.api;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mailboxremediation.device.DeviceIdentity;
import org.mailboxremediation.device.DeviceKind;
import org.mailboxremediation.device.InventoryDevice;
import org.mailboxremediation.incident.MailboxAddress;

/**
 * How a device of the inventory is read: {@code {identifier, name, kind, owner, managed?, mailboxes?}}. What a spreadsheet
 * would take for a formula is refused: the case file's tables go into spreadsheets.
 */
final class InventoryShape {

    private static final int MAX = 200;
    private static final String FORMULA = "=+-@";

    private InventoryShape() {}

    static Optional<InventoryDevice> read(Members in) {
        in.need("identifier", "name", "kind", "owner");
        Optional<String> identifier = plain(in, "identifier");
        identifier
                .filter(given -> DeviceIdentity.key(given) == null)
                .ifPresent(nothing -> in.broken("identifier", "must have 3 characters or more, one of them a digit"));
        Optional<String> name = plain(in, "name");
        Optional<DeviceKind> kind = in.code("kind", DeviceKind.class);
        Optional<String> owner = plain(in, "owner");
        boolean managed = in.flag("managed").orElse(false);
        Set<MailboxAddress> mailboxes = new HashSet<>();
        in.addresses("mailboxes", InventoryDevice.MAX_MAILBOXES)
                .forEach(address -> mailboxes.add(MailboxAddress.parse(address)));
        if (!in.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new InventoryDevice(
                identifier.orElseThrow(),
                name.orElseThrow(),
                kind.orElseThrow(),
                owner.orElseThrow(),
                managed,
                mailboxes));
    }

    private static Optional<String> plain(Members in, String name) {
        Optional<String> text = in.line(name, MAX);
        text.filter(given -> given.isBlank() || FORMULA.indexOf(given.strip().charAt(0)) >= 0)
                .ifPresent(formula -> in.broken(name, "must not be blank or begin with =, +, - or @"));
        return text;
    }
}
