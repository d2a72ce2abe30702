package org.mailboxremediation.block;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;

/** Writes what the provider's list showed for each entry, with its event, in the caller's transaction. */
@Component
final class BlockLog {

    private static final Duration TRIED_AGAIN = Duration.ofDays(1);

    private final BlockTable table;
    private final EventChain chain;
    private final BlockProperties properties;
    private final Clock clock;

    BlockLog(BlockTable table, EventChain chain, BlockProperties properties, Clock clock) {
        this.table = table;
        this.chain = chain;
        this.properties = properties;
        this.clock = clock;
    }

    List<Block> in(String incidentId, BlockState state) {
        return table.of(incidentId).stream()
                .filter(block -> block.state() == state)
                .toList();
    }

    void inForce(Block block) {
        if (settle(block, BlockState.IN_FORCE, "BlockInForce", block.caution(), null)) {
            extend(block);
        }
    }

    /** Begins the block's time anew. */
    void extend(Block block) {
        Instant expires = Times.now(clock).plus(properties.expiresAfter());
        table.extend(block.id(), expires.minus(properties.reviewBefore()), expires);
    }

    void refused(Block block, String sentence) {
        settle(block, BlockState.REFUSED, "BlockRefused", sentence, null);
    }

    void undone(Block block) {
        settle(block, BlockState.UNDONE, "BlockUndone", block.caution(), null);
    }

    /** Puts an entry back in force that was to be undone and is still on the list; one that expired is tried again later. */
    void stillInForce(Block block) {
        Instant now = Times.now(clock);
        Instant expires = block.isExpired(now) ? now.plus(TRIED_AGAIN) : block.expiresAt();
        settle(block, BlockState.IN_FORCE, "BlockUndoRefuted", block.caution(), expires);
    }

    private boolean settle(
            Block block, BlockState state, String event, @Nullable String caution, @Nullable Instant expires) {
        chain.lock(block.incidentId());
        boolean settled = table.settle(block, state, caution, Times.now(clock), expires);
        if (settled) {
            chain.append(
                    block.incidentId(), CaseEvent.SYSTEM, event, Map.of("blockId", block.id(), "entry", block.entry()));
        }
        return settled;
    }
}
