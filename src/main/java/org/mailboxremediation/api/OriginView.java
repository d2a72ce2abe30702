package org.mailboxremediation.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Origin;
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
 * @param proposals the case's entries that wait for a person
 * @param refused the case's entries that must not be blocked, with the reason as their caution
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
        List<BlockView> proposals,
        List<BlockView> refused) {

    static OriginView of(Origin origin, List<Block> blocks) {
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
                in(BlockState.PROPOSED, blocks),
                in(BlockState.REFUSED, blocks));
    }

    private static List<BlockView> in(BlockState state, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.state() == state)
                .map(BlockView::of)
                .toList();
    }
}
