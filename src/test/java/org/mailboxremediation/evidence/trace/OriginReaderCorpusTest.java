package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the reader against real messages; skipped where they are not kept beside the project. */
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
    void readsTheOriginOfRealMessages() {
        long addresses = cases.stream().filter(TraceCorpus.Case::addressIsRight).count();
        long paths = cases.stream().filter(TraceCorpus.Case::returnPathIsRight).count();
        LOG.warn("corpus: {} addresses and {} return paths right of {}", addresses, paths, cases.size());

        assertThat(addresses).isGreaterThanOrEqualTo(cases.size() * 998L / 1000);
        assertThat(paths).isGreaterThanOrEqualTo(cases.size() * 999L / 1000);
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
}
