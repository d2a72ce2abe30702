package org.mailboxremediation.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockLevel;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Confidence;
import org.mailboxremediation.mailbox.BlockListKind;

/**
 * An entry for the provider's block list.
 *
 * @param caution why a person must say yes, or why it is refused; null if nothing speaks against it
 * @param expiresAt when it is undone by itself, once in force
 * @param reviewAt from when on a person should say whether it is still wanted
 * @param why where it comes from
 * @param confidence how sure it is to stop the sender and nobody else
 * @param wouldHit whose mail it refuses
 * @param byHand whether the provider's list cannot say it, so that only a person can block and undo it
 * @param stoodBefore whether the list had it before us, so that undoing leaves it there; null until the list was read
 * @param incident the case it belongs to
 */
record BlockView(
        String id,
        String entry,
        BlockListKind kind,
        BlockLevel level,
        BlockState state,
        @Nullable String caution,
        @Nullable String reason,
        @Nullable String decidedBy,
        Instant proposedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant reviewAt,
        String why,
        Confidence confidence,
        String wouldHit,
        boolean byHand,
        @Nullable Boolean stoodBefore,
        String incident) {

    static BlockView of(Block block) {
        return new BlockView(
                block.id(),
                block.entry(),
                block.kind(),
                block.level(),
                block.state(),
                block.caution(),
                block.reason(),
                block.decidedBy(),
                block.proposedAt(),
                block.expiresAt(),
                block.reviewAt(),
                block.grounds().why(),
                block.grounds().confidence(),
                block.grounds().wouldHit(),
                block.byHand(),
                block.stoodBefore(),
                block.incidentId());
    }
}
