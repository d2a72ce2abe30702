package org.mailboxremediation.evidence.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Measures the reader against real messages; skipped where they are not kept beside the project. */
class OriginReaderCorpusTest {

    @Test
    void readsTheOriginOfRealMessages(TestReporter reporter) throws IOException {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: the reader is not measured")
                .isTrue();
        List<TraceCorpus.Case> cases = new TraceCorpus().read();
        long addresses = cases.stream().filter(TraceCorpus.Case::addressIsRight).count();
        long paths = cases.stream().filter(TraceCorpus.Case::returnPathIsRight).count();
        reporter.publishEntry(
                "corpus", addresses + " addresses and " + paths + " return paths right of " + cases.size());

        assertThat(addresses).isGreaterThanOrEqualTo(cases.size() * 998L / 1000);
        assertThat(paths).isGreaterThanOrEqualTo(cases.size() * 999L / 1000);
    }

    @Test
    void neverTakesADeeperHopForAnUnreadableBoundary() throws IOException {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: the reader is not measured")
                .isTrue();

        assertThat(new TraceCorpus().read())
                .filteredOn(found -> found.text("class").startsWith("boundary-hop-ip-redacted"))
                .isNotEmpty()
                .extracting(found -> found.report().boundary())
                .containsOnly(Boundary.UNDETERMINED);
    }

    @Test
    void isUnsureRatherThanWrong() throws IOException {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: the reader is not measured")
                .isTrue();

        assertThat(new TraceCorpus().read())
                .filteredOn(found -> !found.addressIsRight())
                .extracting(found -> Objects.toString(found.report().originatingIp()))
                .as("an address where it is another, or none")
                .filteredOn(address -> !address.equals("null"))
                .hasSizeLessThanOrEqualTo(3);
    }
}
