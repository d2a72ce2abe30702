package org.mailboxremediation.block;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.stereotype.Component;

/**
 * The entries of a case for the provider's block list, and what is wanted of them (article step 4). Changes run in the
 * caller's transaction.
 */
@Component
public final class Blocks {

    private final BlockTable table;
    private final BlockDecisions decisions;
    private final BlockLog log;
    private final EventChain chain;
    private final Outbox outbox;
    private final Clock clock;

    Blocks(BlockTable table, BlockDecisions decisions, BlockLog log, EventChain chain, Outbox outbox, Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.log = log;
        this.chain = chain;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The case's entries, oldest first. */
    public List<Block> of(String incidentId) {
        return table.of(incidentId);
    }

    /** The entries of all cases that are on the provider's lists now. */
    public List<Block> inForce() {
        return table.in(BlockState.IN_FORCE);
    }

    /** The entries in force whose time is over and that the machine can undo. */
    public List<Block> expired() {
        Instant now = clock.instant();
        return inForce().stream()
                .filter(block -> block.isExpired(now) && !block.byHand())
                .toList();
    }

    /** The entries in force whose review is due and that nobody was asked about. */
    public List<Block> toReview() {
        return table.toReview(clock.instant());
    }

    /**
     * Notes that the administrators were asked whether it is still wanted; event {@code BlockReviewAsked}.
     *
     * @return false if they were asked before, or it is in force no more
     */
    public boolean reviewAsked(Block block) {
        chain.lock(block.incidentId());
        boolean first = table.reviewAsked(block.id(), Times.now(clock));
        if (first) {
            Map<String, String> payload = Map.of("blockId", block.id(), "entry", block.entry());
            chain.append(block.incidentId(), CaseEvent.SYSTEM, "BlockReviewAsked", payload);
        }
        return first;
    }

    /**
     * Wants an entry blocked; {@link #send} owes it to the provider. One that is wanted or in force already stays so.
     *
     * @param reason why, 1 to 2,000 characters; may be null only where nothing speaks against the entry
     * @throws IllegalArgumentException if a caution is to be overruled without a reason
     * @throws IllegalStateException if the entry would hit ourselves, or is being undone
     */
    public void request(String blockId, @Nullable String reason, String actor) {
        request(blockId, BlockLevel.DOMAIN, reason, actor);
    }

    /** The same, on the list of the domain or of the affected mailbox alone. */
    public void request(String blockId, BlockLevel level, @Nullable String reason, String actor) {
        Block block = decisions.locked(blockId);
        if (block.state() == BlockState.REQUESTED || block.state() == BlockState.IN_FORCE) {
            return;
        }
        if (block.state() == BlockState.UNDO_REQUESTED || decisions.hitsUs(block)) {
            throw new IllegalStateException("This entry cannot be blocked.");
        }
        if (block.caution() != null && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("a reason is needed: there is a caution against this entry");
        }
        table.setLevel(blockId, level);
        decisions.decide(block, BlockState.REQUESTED, "BlockRequested", reason, actor);
    }

    /** Owes the provider what is requested: command {@code BLOCK_SENDER}, whose id is returned, in the next epoch. */
    public String send(String incidentId) {
        return enqueue(incidentId, BlockSenderHandler.STEP, Map.of());
    }

    /**
     * Wants an entry gone from the provider's list, and owes it: command {@code UNBLOCK_SENDER}, in the next epoch.
     *
     * @param reason why, 1 to 2,000 characters
     * @return the command's id
     * @throws IllegalStateException if the entry is not in force, or only a person can undo it
     */
    public String undo(String blockId, String reason, String actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed to undo a block");
        }
        Block block = decisions.locked(blockId);
        if (block.state() != BlockState.IN_FORCE) {
            throw new IllegalStateException("Only a block in force can be undone.");
        }
        if (block.byHand()) {
            throw new IllegalStateException("This was blocked by hand: undo it there, then say that it was (byHand).");
        }
        decisions.decide(block, BlockState.UNDO_REQUESTED, "BlockUndoRequested", reason, actor);
        return enqueue(
                block.incidentId(), UnblockSenderHandler.STEP, Map.of(UnblockSenderHandler.BLOCK_ID, block.id()));
    }

    /**
     * Begins the time of a block in force anew.
     *
     * @param reason why it is still wanted, 1 to 2,000 characters
     * @throws IllegalStateException if the entry is not in force
     */
    public Block renew(String blockId, String reason, String actor) {
        Block block = decisions.locked(blockId);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed to renew a block");
        }
        if (block.state() != BlockState.IN_FORCE) {
            throw new IllegalStateException("Only a block in force can be renewed.");
        }
        decisions.decide(block, BlockState.IN_FORCE, "BlockRenewed", reason, actor);
        log.extend(block);
        return table.get(blockId);
    }

    private String enqueue(String incidentId, String step, Map<String, String> payload) {
        chain.lock(incidentId);
        return outbox.enqueue(incidentId, step, outbox.nextEpoch(incidentId, step), payload, Priority.BLOCK_SENDER);
    }
}
