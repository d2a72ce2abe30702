package org.mailboxremediation.block;

import java.util.Map;
import java.util.Optional;
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

/**
 * Removes one entry from the domain's block list and reads it back: each block can be undone (promise P7). A command an
 * entry: what is asked for while another is being undone is neither forgotten nor taken for tried.
 */
@Component
final class UnblockSenderHandler implements EffectHandler {

    static final String STEP = "UNBLOCK_SENDER";
    /** Which block, in the command's payload. */
    static final String BLOCK_ID = "blockId";

    private final Incidents incidents;
    private final BlockTable table;
    private final BlockLog log;
    private final MailboxProvider provider;

    UnblockSenderHandler(Incidents incidents, BlockTable table, BlockLog log, MailboxProvider provider) {
        this.incidents = incidents;
        this.table = table;
        this.log = log;
        this.provider = provider;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(1, 1);
    }

    @Override
    public Outcome perform(Command command) {
        MailboxAddress mailbox = incidents.get(command.caseId()).mailbox();
        try {
            return asked(command)
                    .map(block -> outcome(block, unblock(mailbox, block)))
                    .orElseGet(() -> Outcome.of(Outcome.State.VERIFIED, Map.of()));
        } catch (ProviderFailure failure) {
            return ProviderTrouble.outcome(failure);
        }
    }

    @Override
    public void record(Command command, Outcome outcome) {
        asked(command).ifPresent(block -> {
            switch (Seen.of(outcome.details().getOrDefault(block.id(), ""))) {
                case ABSENT -> log.undone(block);
                // What was not tried, or not to the end, stays in force too: it can be asked for again.
                case ON_LIST, FRIENDLY_FIRE, BY_HAND, NOT_TRIED -> log.stillInForce(block);
            }
        });
    }

    /** The command's block, or nothing where a person was faster. */
    private Optional<Block> asked(Command command) {
        return log.in(command.caseId(), BlockState.UNDO_REQUESTED).stream()
                .filter(block -> block.id().equals(command.payload().get(BLOCK_ID)))
                .findFirst();
    }

    private static Outcome outcome(Block block, Seen seen) {
        Outcome.State state = seen == Seen.ABSENT ? Outcome.State.VERIFIED : Outcome.State.REFUTED;
        return Outcome.of(state, Map.of(block.id(), seen.name()));
    }

    private Seen unblock(MailboxAddress mailbox, Block block) {
        // Another case may need the entry still, or it stood before us: then only this case lets go of it.
        if (Boolean.TRUE.equals(block.stoodBefore())
                || !table.twins(block, mailbox, BlockState.IN_FORCE).isEmpty()) {
            return Seen.ABSENT;
        }
        String scope = block.level().scope(mailbox);
        provider.unblock(scope, block.kind(), block.entry());
        boolean listed = provider.blockList(scope, block.kind()).stream().anyMatch(block.entry()::equalsIgnoreCase);
        return listed ? Seen.ON_LIST : Seen.ABSENT;
    }
}
