package org.mailboxremediation.block;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailboxremediation.evidence.trace.AddressBlock;
import org.mailboxremediation.evidence.trace.SharedRelays;
import org.springframework.stereotype.Component;

/** Mail providers that many senders share: to block one hits them all. Labels for a caution, kept as two lists. */
@Component
final class SharedProviders {

    private final Set<String> domains;

    SharedProviders() {
        domains = lines("/block/shared-domains.txt").collect(Collectors.toUnmodifiableSet());
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
        return SharedRelays.overlap(block);
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
