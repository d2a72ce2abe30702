package org.mailboxremediation.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.block.Proposal;
import org.mailboxremediation.evidence.trace.OriginDescription;
import org.mailboxremediation.evidence.trace.SpfResult;

/**
 * Where a message came from, and what that suggests to block. Nothing is blocked before a person says that this message
 * was the source.
 *
 * @param evidenceId the message's SHA-256
 * @param returnPath a claim; "" for the null sender, null where there is none
 * @param originatingIp the address that our own side saw; null unless the boundary was found
 * @param boundary {@code found}, {@code none} or {@code undetermined}
 * @param origin the whole report, as {@code POST /api/trace} gives it
 * @param proposals what could be blocked if a person says that this message was the source; nothing is kept before that
 * @param refused what must not be blocked, with the reason as its caution
 */
record OriginView(
        String id,
        String evidenceId,
        @Nullable String returnPath,
        @Nullable String originatingIp,
        String boundary,
        @Nullable String spf,
        List<String> notes,
        OriginDescription origin,
        List<ProposalView> proposals,
        List<ProposalView> refused) {

    static OriginView of(Origin origin, List<Proposal> found) {
        SpfResult spf = origin.report().spf();
        return new OriginView(
                origin.id(),
                origin.evidenceId(),
                origin.report().returnPath(),
                origin.report().originatingIp(),
                origin.report().boundary().name().toLowerCase(Locale.ROOT),
                spf == null ? null : spf.name().toLowerCase(Locale.ROOT),
                origin.report().notes(),
                OriginDescription.of(origin.report()),
                proposals(found, false),
                proposals(found, true));
    }

    private static List<ProposalView> proposals(List<Proposal> found, boolean refused) {
        return found.stream()
                .filter(proposal -> (proposal.judgement().verdict() == Verdict.REFUSED) == refused)
                .map(ProposalView::of)
                .toList();
    }
}
