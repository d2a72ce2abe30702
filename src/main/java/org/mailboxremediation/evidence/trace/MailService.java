package org.mailboxremediation.evidence.trace;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Hosted mail systems whose inner networks are known: the name stands for them in a list of own networks, as in
 * {@code microsoft-365}. None holds a network from which the service takes in strangers' mail.
 */
public enum MailService {
    /** Hands mail on inside private networks only; its outgoing relays are other customers' too, and so not ours. */
    RACKSPACE(),
    /** The data centres' IPv6 networks, seen in Received lines; mail from outside comes in over IPv4. */
    MICROSOFT_365("2603:1000::/24", "2a01:111::/32"),
    /** Private IPv4 addresses in their 6to4 form (RFC 3056 §2). */
    GMAIL("2002:a00::/24");

    private final String blocks;

    MailService(String... blocks) {
        this.blocks = String.join(" ", blocks);
    }

    /** The blocks for which an entry of a list stands: a service's, or the one it is itself. */
    static Stream<AddressBlock> expand(String entry) {
        String name = entry.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (MailService service : values()) {
            if (service.name().equals(name)) {
                return Stream.of(service.blocks.split(" ", -1))
                        .filter(block -> !block.isEmpty())
                        .map(AddressBlock::parse);
            }
        }
        return Stream.of(AddressBlock.parse(entry));
    }
}
