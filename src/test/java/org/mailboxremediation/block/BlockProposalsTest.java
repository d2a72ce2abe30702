package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.evidence.trace.Boundary;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;

class BlockProposalsTest {

    private final BlockProposals proposals = new BlockProposals(
            new FriendlyFire(new Organisation(List.of("example.com"), null, null, null), new SharedProviders()));

    @Test
    void proposesTheReturnPathAndTheAddress() {
        OriginReport report =
                new OriginReport("Mallory@Evil.example", "203.0.113.9", Boundary.FOUND, SpfResult.PASS, List.of());

        assertThat(proposals.from(report))
                .extracting(
                        Proposal::kind,
                        Proposal::entry,
                        found -> found.judgement().verdict())
                .containsExactly(
                        tuple(BlockListKind.ADDRESS, "mallory@evil.example", Verdict.ALLOWED),
                        tuple(BlockListKind.IP, "203.0.113.9", Verdict.ALLOWED));
    }

    @Test
    void showsWhatIsRefused() {
        OriginReport report =
                new OriginReport("alice@example.com", "2001:db8::1", Boundary.FOUND, SpfResult.PASS, List.of());

        assertThat(proposals.from(report))
                .extracting(found -> found.judgement().verdict())
                .containsExactly(Verdict.REFUSED, Verdict.REFUSED);
    }

    @Test
    void proposesNothingForANullSenderOrRubbish() {
        assertThat(proposals.from(new OriginReport("", null, Boundary.NONE, null, List.of())))
                .isEmpty();
        assertThat(proposals.from(new OriginReport("%@%.com", null, Boundary.NONE, null, List.of())))
                .isEmpty();
        assertThat(proposals.from(new OriginReport("no address", null, Boundary.NONE, null, List.of())))
                .isEmpty();
    }
}
