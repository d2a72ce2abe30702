package org.mailboxremediation.evidence.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Outgoing networks of mail services that many senders share: the right answer to where a message came from, and nothing
 * to block without a word. Labels, to caution and never to clear.
 */
public final class SharedRelays {

    private static final List<Relay> RELAYS = read("/trace/shared-relays.txt");

    private SharedRelays() {}

    private record Relay(AddressBlock block, String name) {}

    /** The service to which the address belongs, such as {@code google}. */
    public static Optional<String> nameOf(IpAddress address) {
        for (Relay relay : RELAYS) {
            if (relay.block().contains(address)) {
                return Optional.of(relay.name());
            }
        }
        return Optional.empty();
    }

    /** Whether any address of the block belongs to one. */
    public static boolean overlap(AddressBlock block) {
        return RELAYS.stream().anyMatch(relay -> relay.block().overlaps(block));
    }

    private static List<Relay> read(String resource) {
        try (InputStream in = SharedRelays.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> line.split("\\s+", 2))
                    .map(parts -> new Relay(AddressBlock.parse(parts[0]), parts[1].strip()))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
