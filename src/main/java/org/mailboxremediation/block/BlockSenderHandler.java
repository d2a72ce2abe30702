package org.mailboxremediation.block;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Target;
import org.springframework.stereotype.Component;

/** Adds a case's requested entries to the block lists and reads them back (promise P4). */
@Component
final class BlockSenderHandler implements EffectHandler {

    static final String STEP = "BLOCK_SENDER";

    private static final String FRIENDLY_FIRE = "It would have hit ourselves when it was to be blocked.";
    private static final String NOT_ON_LIST = "The provider did not put it on its list.";

    private final Incidents incidents;
    private final BlockTable table;
    private final BlockLog log;
    private final FriendlyFire friendlyFire;
    private final MailboxProvider provider;

    BlockSenderHandler(
            Incidents incidents, BlockTable table, BlockLog log, FriendlyFire friendlyFire, MailboxProvider provider) {
        this.incidents = incidents;
        this.table = table;
        this.log = log;
        this.friendlyFire = friendlyFire;
        this.provider = provider;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(2, 1);
    }

    @Override
    public Outcome perform(Command command) {
        MailboxAddress mailbox = incidents.get(command.caseId()).mailbox();
        Map<String, String> seen = new HashMap<>();
        try {
            for (Block block : log.in(command.caseId(), BlockState.REQUESTED)) {
                seen.put(block.id(), block(mailbox, block));
            }
        } catch (ProviderFailure failure) {
            return ProviderTrouble.outcome(failure);
        }
        boolean all = seen.values().stream().allMatch(Seen.ON_LIST.name()::equals);
        return Outcome.of(all ? Outcome.State.VERIFIED : Outcome.State.REFUTED, seen);
    }

    @Override
    public void record(Command command, Outcome outcome) {
        for (Block block : log.in(command.caseId(), BlockState.REQUESTED)) {
            String seen = outcome.details().getOrDefault(block.id(), "");
            switch (Seen.of(seen)) {
                case ON_LIST -> log.inForce(block);
                case ABSENT -> log.refused(block, NOT_ON_LIST);
                case FRIENDLY_FIRE -> log.refused(block, FRIENDLY_FIRE);
                case BY_HAND, NOT_TRIED -> {}
            }
        }
    }

    private String block(MailboxAddress mailbox, Block block) {
        if (friendlyFire.judge(block.kind(), block.entry(), null).verdict() == Verdict.REFUSED) {
            return Seen.FRIENDLY_FIRE.name();
        }
        if (block.byHand()) {
            return Seen.BY_HAND.name();
        }
        String scope = block.level().scope(mailbox);
        boolean listed = isListed(scope, block);
        // Known before the first write, or a repetition would take our own entry for one that stood before.
        table.noteStoodBefore(block.id(), listed && !isOurs(mailbox, block));
        if (!listed) {
            try {
                provider.block(scope, block.kind(), block.entry());
            } catch (ProviderFailure.RequestRejected rejected) {
                return Seen.ABSENT.name();
            }
        }
        return (isListed(scope, block) ? Seen.ON_LIST : Seen.ABSENT).name();
    }

    /** Whether another case of ours put the entry there. */
    private boolean isOurs(MailboxAddress mailbox, Block block) {
        return Stream.of(BlockState.IN_FORCE, BlockState.REQUESTED, BlockState.UNDO_REQUESTED)
                .flatMap(state -> table.twins(block, mailbox, state).stream())
                .anyMatch(twin -> Boolean.FALSE.equals(twin.stoodBefore()));
    }

    private boolean isListed(String scope, Block block) {
        List<String> list = provider.blockList(scope, block.kind());
        return list.stream().anyMatch(block.entry()::equalsIgnoreCase);
    }
}
