package org.mailboxremediation.block;

import java.util.Map;
import org.mailboxremediation.event.EventChain;
import org.springframework.stereotype.Component;

/** What people say they did to the provider's block list themselves. Runs in the caller's transaction. */
@Component
public final class BlocksByHand {

    private final BlockTable table;
    private final BlockDecisions decisions;
    private final BlockLog log;
    private final EventChain chain;

    BlocksByHand(BlockTable table, BlockDecisions decisions, BlockLog log, EventChain chain) {
        this.table = table;
        this.decisions = decisions;
        this.log = log;
        this.chain = chain;
    }

    /**
     * Keeps a person's word that what the provider was owed was done in its Control Panel: requested entries are in force,
     * entries to be undone are gone.
     */
    public void doneByHand(String incidentId, String actor) {
        chain.append(incidentId, actor, "BlocksDoneByHand", Map.of());
        log.in(incidentId, BlockState.REQUESTED).forEach(log::inForce);
        log.in(incidentId, BlockState.REFUSED).stream()
                .filter(block -> block.decidedBy() != null && !decisions.hitsUs(block))
                .forEach(log::inForce);
        log.in(incidentId, BlockState.UNDO_REQUESTED).forEach(log::undone);
    }

    /**
     * Keeps a person's word that an entry was removed in the Control Panel, whether or not it was to be undone by the
     * machine.
     *
     * @param reason why, 1 to 2,000 characters
     * @throws IllegalStateException if the entry is not in force
     */
    public void undoneByHand(String blockId, String reason, String actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed to undo a block");
        }
        Block block = decisions.locked(blockId);
        if (block.state() != BlockState.IN_FORCE && block.state() != BlockState.UNDO_REQUESTED) {
            throw new IllegalStateException("Only a block in force can be undone.");
        }
        decisions.decide(block, BlockState.UNDO_REQUESTED, "BlockUndoneByHand", reason, actor);
        log.undone(table.get(blockId));
    }

    /** Keeps a person's word that what the provider was owed and does not have is left out on purpose. */
    public void leftOut(String incidentId, String actor) {
        chain.append(incidentId, actor, "BlocksLeftOut", Map.of());
        log.in(incidentId, BlockState.REQUESTED).forEach(block -> log.refused(block, "A person left it out."));
    }
}
