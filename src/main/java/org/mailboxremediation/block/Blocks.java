package org.mailboxremediation.block;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.TextBounds;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.stereotype.Component;

/** The entries of a case for the provider's block list (article step 4). Changes run in the caller's transaction. */
@Component
public final class Blocks {

    private static final Pattern LOOKS_LIKE_IP = Pattern.compile("\\s*[0-9][0-9.%/]*\\s*");

    private final BlockTable table;
    private final BlockProposals proposals;
    private final FriendlyFire friendlyFire;
    private final BlockLog log;
    private final EventChain chain;
    private final Outbox outbox;
    private final Clock clock;

    Blocks(
            BlockTable table,
            BlockProposals proposals,
            FriendlyFire friendlyFire,
            BlockLog log,
            EventChain chain,
            Outbox outbox,
            Clock clock) {
        this.table = table;
        this.proposals = proposals;
        this.friendlyFire = friendlyFire;
        this.log = log;
        this.chain = chain;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps what a message's origin suggests; what the case has already stays as it is. Refused ones are kept as such. */
    public List<Block> propose(String incidentId, OriginReport report) {
        return proposals.from(report).stream()
                .map(proposal -> add(incidentId, proposal, CaseEvent.SYSTEM))
                .toList();
    }

    /** Keeps an entry that a person gives, judged as any other. SPF vouches for none of these. */
    public Block propose(String incidentId, BlockListKind kind, String entry, String actor) {
        String text = TextBounds.line("entry", entry.strip().toLowerCase(Locale.ROOT), 254);
        return add(
                incidentId, new Proposal(kind, text, friendlyFire.judge(kind, text, null), Grounds.OF_A_PERSON), actor);
    }

    /**
     * The same, for the list that the entry belongs in by its looks.
     *
     * @throws IllegalArgumentException if it is no line of 1 to 254 characters
     */
    public Block propose(String incidentId, String entry, String actor) {
        boolean ip = IpAddress.parse(entry.strip()).isPresent()
                || LOOKS_LIKE_IP.matcher(entry).matches();
        return propose(incidentId, ip ? BlockListKind.IP : BlockListKind.ADDRESS, entry, actor);
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
        Block block = locked(blockId);
        if (block.state() == BlockState.REQUESTED || block.state() == BlockState.IN_FORCE) {
            return;
        }
        if (block.state() == BlockState.UNDO_REQUESTED || hitsUs(block)) {
            throw new IllegalStateException("This entry cannot be blocked.");
        }
        if (block.caution() != null && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException("a reason is needed: there is a caution against this entry");
        }
        table.setLevel(blockId, level);
        decide(block, BlockState.REQUESTED, "BlockRequested", reason, actor);
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
        Block block = locked(blockId);
        if (block.state() != BlockState.IN_FORCE) {
            throw new IllegalStateException("Only a block in force can be undone.");
        }
        if (block.byHand()) {
            throw new IllegalStateException("This was blocked by hand: undo it there, then say that it was (byHand).");
        }
        decide(block, BlockState.UNDO_REQUESTED, "BlockUndoRequested", reason, actor);
        return enqueue(
                block.incidentId(), UnblockSenderHandler.STEP, Map.of(UnblockSenderHandler.BLOCK_ID, block.id()));
    }

    /**
     * Keeps a person's word that what the provider was owed was done in its Control Panel: requested entries are in force,
     * entries to be undone are gone.
     */
    public void doneByHand(String incidentId, String actor) {
        chain.append(incidentId, actor, "BlocksDoneByHand", Map.of());
        log.in(incidentId, BlockState.REQUESTED).forEach(log::inForce);
        log.in(incidentId, BlockState.REFUSED).stream()
                .filter(block -> block.decidedBy() != null && !hitsUs(block))
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
        Block block = locked(blockId);
        if (block.state() != BlockState.IN_FORCE && block.state() != BlockState.UNDO_REQUESTED) {
            throw new IllegalStateException("Only a block in force can be undone.");
        }
        decide(block, BlockState.UNDO_REQUESTED, "BlockUndoneByHand", reason, actor);
        log.undone(table.get(blockId));
    }

    /** Keeps a person's word that what the provider was owed and does not have is left out on purpose. */
    public void leftOut(String incidentId, String actor) {
        chain.append(incidentId, actor, "BlocksLeftOut", Map.of());
        log.in(incidentId, BlockState.REQUESTED).forEach(block -> log.refused(block, "A person left it out."));
    }

    /**
     * Begins the time of a block in force anew.
     *
     * @param reason why it is still wanted, 1 to 2,000 characters
     * @throws IllegalStateException if the entry is not in force
     */
    public Block renew(String blockId, String reason, String actor) {
        Block block = locked(blockId);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reason is needed to renew a block");
        }
        if (block.state() != BlockState.IN_FORCE) {
            throw new IllegalStateException("Only a block in force can be renewed.");
        }
        decide(block, BlockState.IN_FORCE, "BlockRenewed", reason, actor);
        log.extend(block);
        return table.get(blockId);
    }

    private boolean hitsUs(Block block) {
        return friendlyFire.judge(block.kind(), block.entry(), null).verdict() == Verdict.REFUSED;
    }

    private Block add(String incidentId, Proposal proposal, String actor) {
        chain.lock(incidentId);
        return table.find(incidentId, proposal.entry()).orElseGet(() -> insert(incidentId, proposal, actor));
    }

    private Block insert(String incidentId, Proposal proposal, String actor) {
        Judgement judgement = proposal.judgement();
        BlockState state = judgement.verdict() == Verdict.REFUSED ? BlockState.REFUSED : BlockState.PROPOSED;
        Block block = new Block(
                UUID.randomUUID().toString(),
                incidentId,
                proposal.entry(),
                proposal.kind(),
                BlockLevel.DOMAIN,
                state,
                judgement.sentence().isEmpty() ? null : judgement.sentence(),
                null,
                null,
                Times.now(clock),
                null,
                null,
                null,
                proposal.grounds(),
                judgement.verdict() == Verdict.BY_HAND,
                null);
        table.insert(block);
        chain.append(
                incidentId,
                actor,
                "BlockProposed",
                Map.of(
                        "blockId",
                        block.id(),
                        "entry",
                        block.entry(),
                        "verdict",
                        judgement.verdict().name()));
        return block;
    }

    private Block locked(String blockId) {
        chain.lock(table.get(blockId).incidentId());
        return table.get(blockId);
    }

    private void decide(Block block, BlockState state, String event, @Nullable String reason, String actor) {
        String given = reason == null ? "" : TextBounds.text("reason", reason, 2000);
        table.decide(block.id(), state, reason, actor);
        chain.append(
                block.incidentId(),
                actor,
                event,
                Map.of("blockId", block.id(), "entry", block.entry(), "reason", TextBounds.cut(given, 500)));
    }

    private String enqueue(String incidentId, String step, Map<String, String> payload) {
        chain.lock(incidentId);
        return outbox.enqueue(incidentId, step, outbox.nextEpoch(incidentId, step), payload, Priority.BLOCK_SENDER);
    }
}
