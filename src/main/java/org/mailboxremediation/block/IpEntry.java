package org.mailboxremediation.block;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailboxremediation.evidence.trace.AddressBlock;
import org.mailboxremediation.evidence.trace.IpAddress;

/**
 * An entry of the provider's IP list: an IPv4 address, whose trailing octets may each be {@code %}, the first excepted.
 *
 * @param text as the list takes it
 * @param block the addresses it stands for
 */
record IpEntry(String text, AddressBlock block) {

    private static final Pattern WILD = Pattern.compile("([0-9]{1,3})(\\.[0-9]{1,3}){0,2}(\\.%){1,3}");

    static Optional<IpEntry> parse(String given) {
        String text = given.strip();
        boolean wild = WILD.matcher(text).matches();
        Optional<IpAddress> base = IpAddress.parse(wild ? text.replace('%', '0') : text);
        int octets = (int) text.chars().filter(c -> c == '%').count();
        return base.filter(IpAddress::isV4)
                .map(address -> new IpEntry(
                        wild ? text : address.toString(), new AddressBlock(address, 128 - (wild ? 8 * octets : 0))));
    }

    boolean isRange() {
        return block.prefix() < 128;
    }
}
