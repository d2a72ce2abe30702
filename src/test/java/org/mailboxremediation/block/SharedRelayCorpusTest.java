package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.evidence.trace.TraceCorpus;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;

/** Tries the rules on real messages; skipped where they are not kept beside the project. */
class SharedRelayCorpusTest {

    private final BlockProposals proposals = new BlockProposals(new FriendlyFire(
            new Organisation(List.of("example.com"), null, null, null), new SharedProviders("target/no-data")));

    @Test
    void offersNoSharedRelayWithoutAWarning() throws IOException {
        assumeThat(TraceCorpus.isHere())
                .as("no ../shared/corpus: the rules are not measured")
                .isTrue();

        assertThat(new TraceCorpus().read())
                .filteredOn(found -> found.text("boundary_class").startsWith("shared-relay"))
                .isNotEmpty()
                .flatExtracting(found -> proposals.from(found.report()))
                .filteredOn(proposal -> proposal.kind() == BlockListKind.IP)
                .filteredOn(proposal -> proposal.judgement().verdict() == Verdict.ALLOWED)
                .isEmpty();
    }
}
