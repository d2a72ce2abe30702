package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.evidence.trace.Boundary;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;

class BlockProposalsTest {

    private final BlockProposals proposals = new BlockProposals(new FriendlyFire(
            new Organisation(List.of("example.com"), null, null, null), new SharedProviders("target/no-data")));

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
                .containsExactly(Verdict.REFUSED, Verdict.BY_HAND);
    }

    @Test
    void proposesNothingForANullSender() {
        assertThat(proposals.from(new OriginReport("", null, Boundary.NONE, null, List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%@%.com", "no address", "correios", "@evil.example", "x@y%.example"})
    void neverTakesAStrangersTextForAPattern(String path) {
        assertThat(proposals.from(new OriginReport(path, null, Boundary.NONE, SpfResult.PASS, List.of())))
                .extracting(found -> found.judgement().verdict())
                .containsExactly(Verdict.REFUSED);
    }

    @Test
    void saysHowSureItIsAndWhomItWouldHit() {
        OriginReport report = new OriginReport("m@evil.example", "203.0.113.9", Boundary.FOUND, null, List.of());
        assertThat(proposals.from(report))
                .extracting(found -> found.grounds().confidence())
                .containsExactly(Confidence.LOW, Confidence.HIGH);
        assertThat(proposals.from(report)).allSatisfy(found -> {
            assertThat(found.grounds().why()).isNotEmpty();
            assertThat(found.grounds().wouldHit()).isNotEmpty();
        });
    }
}
