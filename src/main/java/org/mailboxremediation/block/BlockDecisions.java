package org.mailboxremediation.block;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.TextBounds;
import org.springframework.stereotype.Component;

/** Writes what people decide of an entry, under its case's lock, with its event. */
@Component
final class BlockDecisions {

    private final BlockTable table;
    private final FriendlyFire friendlyFire;
    private final EventChain chain;

    BlockDecisions(BlockTable table, FriendlyFire friendlyFire, EventChain chain) {
        this.table = table;
        this.friendlyFire = friendlyFire;
        this.chain = chain;
    }

    /** The entry as it is, and stays until the transaction ends. */
    Block locked(String blockId) {
        chain.lock(table.get(blockId).incidentId());
        return table.get(blockId);
    }

    void decide(Block block, BlockState state, String event, @Nullable String reason, String actor) {
        String given = reason == null ? "" : TextBounds.text("reason", reason, 2000);
        table.decide(block.id(), state, reason, actor);
        chain.append(
                block.incidentId(),
                actor,
                event,
                Map.of("blockId", block.id(), "entry", block.entry(), "reason", TextBounds.cut(given, 500)));
    }

    /** Whether it would hit ourselves (promise P7). */
    boolean hitsUs(Block block) {
        return friendlyFire.judge(block.kind(), block.entry(), null).verdict() == Verdict.REFUSED;
    }
}
