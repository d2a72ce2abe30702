package org.mailboxremediation.block;

import java.time.Clock;
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
        Instant expires = Times.now(clock).plus(properties.expiresAfter());
        settle(block, BlockState.IN_FORCE, "BlockInForce", block.caution(), expires);
    }

    void refused(Block block, String sentence) {
        settle(block, BlockState.REFUSED, "BlockRefused", sentence, null);
    }

    void undone(Block block) {
        settle(block, BlockState.UNDONE, "BlockUndone", block.caution(), null);
    }

    /** Puts an entry back in force that was to be undone and is still on the list. */
    void stillInForce(Block block) {
        settle(block, BlockState.IN_FORCE, "BlockUndoRefuted", block.caution(), block.expiresAt());
    }

    private void settle(
            Block block, BlockState state, String event, @Nullable String caution, @Nullable Instant expires) {
        chain.lock(block.incidentId());
        if (table.settle(block, state, caution, Times.now(clock), expires)) {
            chain.append(
                    block.incidentId(), CaseEvent.SYSTEM, event, Map.of("blockId", block.id(), "entry", block.entry()));
        }
    }
}
