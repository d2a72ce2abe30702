package org.mailboxremediation.block;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailboxremediation.evidence.trace.AddressBlock;
import org.mailboxremediation.evidence.trace.SharedRelays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Mail providers that many senders share: to block one hits them all. Labels for a caution, kept as two lists. */
@Component
public final class SharedProviders {

    private final Set<String> domains;
    private final SharedRelays relays;

    /** Takes the relays from {@code shared-relays.txt} in the data directory where the command put it. */
    SharedProviders(@Value("${remediation.data-dir:./data}") String dataDirectory) {
        relays = relays(Path.of(dataDirectory, "shared-relays.txt"));
        domains = lines("/block/shared-domains.txt").collect(Collectors.toUnmodifiableSet());
    }

    /** The networks of the mail services. */
    public SharedRelays relays() {
        return relays;
    }

    Set<String> domains() {
        return domains;
    }

    /** Whether the domain is a shared one, or below one. */
    boolean shares(String domain) {
        return domains.stream().anyMatch(shared -> domain.equals(shared) || domain.endsWith("." + shared));
    }

    /** Whether any address of the block belongs to a shared provider. */
    boolean shares(AddressBlock block) {
        return relays.overlapping(block).isPresent();
    }

    /** Which service's the block is, and since when and from where that is known: a sentence; empty if it is none's. */
    Optional<String> caution(AddressBlock block) {
        return relays.overlapping(block)
                .map(service -> "It belongs to a mail provider that many senders share: " + service
                        + relays.provenance(service)
                                .map(known -> " (list of " + known.date() + ", " + known.source() + ")")
                                .orElse("")
                        + ".");
    }

    private static SharedRelays relays(Path updated) {
        try {
            return Files.exists(updated) ? SharedRelays.of(Files.readAllLines(updated)) : SharedRelays.builtIn();
        } catch (IOException | IllegalArgumentException broken) {
            throw new IllegalStateException("shared-relays.txt in the data directory cannot be read");
        }
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = SharedProviders.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
