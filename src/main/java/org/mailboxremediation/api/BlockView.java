package org.mailboxremediation.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockLevel;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.mailbox.BlockListKind;

/**
 * An entry for the provider's block list.
 *
 * @param caution why a person must say yes, or why it is refused; null if nothing speaks against it
 * @param expiresAt when it should be looked at again, once in force
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
                block.incidentId());
    }
}
