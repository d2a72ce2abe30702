package org.mailboxremediation.evidence.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Outgoing networks of mail services that many senders share: the right answer to where a message came from, and nothing
 * to block without a word. Labels, to caution and never to clear.
 */
public final class SharedRelays {

    private static final String MARK = "=";
    private static final SharedRelays BUILT_IN = builtInList();

    private final List<Relay> relays;
    private final Map<String, Provenance> provenance;

    private SharedRelays(List<Relay> relays, Map<String, Provenance> provenance) {
        this.relays = relays;
        this.provenance = provenance;
    }

    /**
     * A network of a service.
     *
     * @param block its addresses
     * @param service such as {@code google}
     */
    public record Relay(AddressBlock block, String service) {}

    /**
     * Where what is known of a service comes from.
     *
     * @param service such as {@code google}
     * @param date when it was read there, or compiled
     * @param source an address, a file, or a sentence
     */
    public record Provenance(String service, LocalDate date, String source) {

        /** As the list says it. */
        public String line() {
            return MARK + " " + service + " " + date + " " + source;
        }

        private static Provenance parse(String line) {
            String[] parts = line.substring(1).strip().split("\\s+", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("not a service, a date and a source");
            }
            try {
                return new Provenance(parts[0], LocalDate.parse(parts[1]), PlainText.of(parts[2]));
            } catch (DateTimeParseException noDate) {
                throw new IllegalArgumentException("not a date", noDate);
            }
        }
    }

    /** Those that this product brings along. */
    public static SharedRelays builtIn() {
        return BUILT_IN;
    }

    /**
     * Reads a list: a block and a service a line, {@code = service date source} for where that comes from, {@code #} for
     * remarks.
     *
     * @throws IllegalArgumentException if a line is none of these
     */
    public static SharedRelays of(List<String> lines) {
        List<Relay> relays = new ArrayList<>();
        Map<String, Provenance> provenance = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                Provenance said = Provenance.parse(line);
                provenance.put(said.service(), said);
            } else if (!line.isBlank() && line.charAt(0) != '#') {
                relays.add(relay(line));
            }
        }
        return new SharedRelays(List.copyOf(relays), Map.copyOf(provenance));
    }

    /** Where what is known of that service comes from; empty in a list that does not say. */
    public Optional<Provenance> provenance(String service) {
        return Optional.ofNullable(provenance.get(service));
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

    /** The first service to which any address of the block belongs. */
    public Optional<String> overlapping(AddressBlock block) {
        return relays.stream()
                .filter(relay -> relay.block().overlaps(block))
                .map(Relay::service)
                .findFirst();
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
