package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Received lines and chains with the parse that other projects' authors expect; skipped where they are absent. */
class ReceivedCorpusTest {

    private final TraceCorpus corpus = new TraceCorpus();

    @BeforeEach
    void isHere() {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: the parser is not measured")
                .isTrue();
    }

    @Test
    void readsLinesAsOtherProjectsExpect() throws IOException {
        assertThat(right("rcvd_parser")).isGreaterThanOrEqualTo(140);
        assertThat(right("stalwart")).isGreaterThanOrEqualTo(174);
    }

    @Test
    void splitsChainsAsOtherProjectsExpect() throws IOException {
        for (JsonNode chain : corpus.lines("truth-trustpath.jsonl")) {
            List<String> trusted = addresses(chain.path("trusted"));
            List<String> untrusted = addresses(chain.path("untrusted"));
            OriginReport report = OriginReader.read(
                    (String.join("\r\n", TraceCorpus.texts(chain.path("headers"))) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII),
                    networks(TraceCorpus.texts(chain.path("config"))));
            List<String> own = new ArrayList<>();
            List<String> foreign = new ArrayList<>();
            report.hops().forEach(hop -> (hop.role() == Hop.Role.OWN ? own : foreign).add(hop.address()));
            // To us X-Originating-IP is a claim about what lies below the last hop, wherever the others put it.
            List<String> claimed = report.identity().claimedIps();
            trusted.removeAll(claimed);
            untrusted.removeAll(claimed);

            assertThat(own).as("%s", chain).isEqualTo(trusted);
            assertThat(foreign).as("%s", chain).isEqualTo(untrusted);
        }
    }

    private long right(String source) throws IOException {
        return corpus.lines("truth-received-lines.jsonl").stream()
                .filter(line -> line.path("src").asText().contains(source))
                .filter(ReceivedCorpusTest::isRight)
                .count();
    }

    private static boolean isRight(JsonNode line) {
        ReceivedLine read = ReceivedLine.read(
                line.path("header").asText().replace("\r\n", "").strip());
        boolean skipped = line.path("expected").asText().equals("skip") && !read.hop();
        return (skipped ? Optional.<IpAddress>empty() : read.peer())
                .equals(IpAddress.parse(line.path("from_ip").asText("")));
    }

    private static List<String> addresses(JsonNode relays) {
        List<String> addresses = new ArrayList<>();
        relays.forEach(relay ->
                IpAddress.parse(relay.path("ip").asText()).ifPresent(address -> addresses.add(address.toString())));
        return addresses;
    }

    /** What is trusted is ours, and what is internal where nothing is said to be trusted. */
    private static OwnNetworks networks(List<String> config) {
        List<String> trusted = blocks(config, "trusted_networks");
        return OwnNetworks.of(trusted.isEmpty() ? blocks(config, "internal_networks") : trusted)
                .submittingAt(blocks(config, "msa_networks"));
    }

    private static List<String> blocks(List<String> config, String setting) {
        return config.stream()
                .filter(line -> line.startsWith(setting + " "))
                .flatMap(line -> List.of(line.split(" ", -1)).stream().skip(1))
                .map(ReceivedCorpusTest::written)
                .toList();
    }

    /** {@code 1.2/16} and {@code 127/8} in full. */
    private static String written(String block) {
        String[] parts = block.split("/", -1);
        String base = parts[0];
        while (base.indexOf(':') < 0 && base.chars().filter(c -> c == '.').count() < 3) {
            base += ".0";
        }
        return parts.length == 1 ? base : base + "/" + parts[1];
    }
}
