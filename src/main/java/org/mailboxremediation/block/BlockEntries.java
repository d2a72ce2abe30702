package org.mailboxremediation.block;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.TextBounds;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.stereotype.Component;

/** What could be blocked in a case: what a message suggests, and what people add. Runs in the caller's transaction. */
@Component
public final class BlockEntries {

    private static final Pattern LOOKS_LIKE_IP = Pattern.compile("\\s*[0-9][0-9.%/]*\\s*");

    private final BlockTable table;
    private final BlockProposals proposals;
    private final FriendlyFire friendlyFire;
    private final EventChain chain;
    private final Clock clock;

    BlockEntries(BlockTable table, BlockProposals proposals, FriendlyFire friendlyFire, EventChain chain, Clock clock) {
        this.table = table;
        this.proposals = proposals;
        this.friendlyFire = friendlyFire;
        this.chain = chain;
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
}
