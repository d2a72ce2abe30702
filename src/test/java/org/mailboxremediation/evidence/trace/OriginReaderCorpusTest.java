package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.ReadmeSection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the reader against real messages; skipped where they are not kept beside the project. {@code
 * -Dremediation.readme=true} writes the README's table.
 */
class OriginReaderCorpusTest {

    private static final Logger LOG = LoggerFactory.getLogger(OriginReaderCorpusTest.class);

    private static List<TraceCorpus.Case> cases = List.of();

    @BeforeAll
    static void readAll() throws IOException {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: the reader is not measured")
                .isTrue();
        cases = new TraceCorpus().read();
    }

    @Test
    void readsTheOriginOfRealMessages() throws IOException {
        long all = cases.size();
        long hand = count(TraceCorpus.Case::isHandChecked);
        long addresses = count(TraceCorpus.Case::addressIsRight);
        long handAddresses = count(found -> found.isHandChecked() && found.addressIsRight());
        long paths = count(TraceCorpus.Case::returnPathIsRight);
        String table = "| originating IPs | of these checked by hand | return paths |\n|---|---|---|\n| " + addresses
                + " of " + all + " | " + handAddresses + " of " + hand + " | " + paths + " of " + all + " |\n";
        LOG.warn("corpus: {}", table);
        if (Boolean.getBoolean("remediation.readme")) {
            ReadmeSection.write("tracing: written by OriginReaderCorpusTest", "end of tracing", table);
        }

        assertThat(addresses).isGreaterThanOrEqualTo(all * 998 / 1000);
        assertThat(paths).isGreaterThanOrEqualTo(all * 999 / 1000);
        assertThat(handAddresses).isGreaterThanOrEqualTo(hand * 80 / 100);
    }

    @Test
    void neverAnswersWithAnAddressOfOurOwn() {
        assertThat(cases).filteredOn(TraceCorpus.Case::answersInsideOwnNetworks).isEmpty();
    }

    @Test
    void namesEverySharedRelay() {
        assertThat(cases)
                .filteredOn(found -> found.text("boundary_class").startsWith("shared-relay"))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.report().sharedRelay()).isNotNull());
    }

    @Test
    void readsTheAuthorAsAllReadersDo() {
        // One of them has more than 500 encoded words, and is refused for that.
        assertThat(cases)
                .filteredOn(found -> found.report().unreadable() != null)
                .hasSizeLessThan(2);
        assertThat(cases)
                .filteredOn(found -> found.text("from_confidence").equals("unanimous"))
                .filteredOn(found -> found.report().unreadable() == null)
                .filteredOn(found -> !found.text("from_addr")
                        .equalsIgnoreCase(
                                String.valueOf(found.report().identity().from())))
                .isEmpty();
    }

    @Test
    void neverTakesADeeperHopForAnUnreadableBoundary() {
        assertThat(cases)
                .filteredOn(found -> found.text("class").startsWith("boundary-hop-ip-redacted"))
                .isNotEmpty()
                .extracting(found -> found.report().boundary())
                .containsOnly(Boundary.UNDETERMINED);
    }

    @Test
    void isUnsureRatherThanWrong() {
        assertThat(cases)
                .filteredOn(found -> !found.addressIsRight())
                .filteredOn(found -> found.report().originatingIp() != null)
                .isEmpty();
    }

    private static long count(Predicate<TraceCorpus.Case> which) {
        return cases.stream().filter(which).count();
    }
}
