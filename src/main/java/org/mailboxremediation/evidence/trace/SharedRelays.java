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

    private static final SharedRelays BUILT_IN = builtInList();

    private final List<Relay> relays;

    private SharedRelays(List<Relay> relays) {
        this.relays = relays;
    }

    /**
     * A network of a service.
     *
     * @param block its addresses
     * @param service such as {@code google}
     */
    public record Relay(AddressBlock block, String service) {}

    /** Those that this product brings along. */
    public static SharedRelays builtIn() {
        return BUILT_IN;
    }

    /**
     * Reads a list: a block and a service a line, {@code #} for remarks.
     *
     * @throws IllegalArgumentException if a line is none of these
     */
    public static SharedRelays of(List<String> lines) {
        return new SharedRelays(lines.stream()
                .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                .map(SharedRelays::relay)
                .toList());
    }

    /** The networks in order. */
    public List<Relay> relays() {
        return relays;
    }

    /** The service to which the address belongs, such as {@code google}. */
    public Optional<String> nameOf(IpAddress address) {
        for (Relay relay : relays) {
            if (relay.block().contains(address)) {
                return Optional.of(relay.service());
            }
        }
        return Optional.empty();
    }

    /** Whether any address of the block belongs to one. */
    public boolean overlap(AddressBlock block) {
        return relays.stream().anyMatch(relay -> relay.block().overlaps(block));
    }

    private static Relay relay(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a block and a service");
        }
        return new Relay(AddressBlock.parse(parts[0]), parts[1].strip());
    }

    private static SharedRelays builtInList() {
        String resource = "/trace/shared-relays.txt";
        try (InputStream in = SharedRelays.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
