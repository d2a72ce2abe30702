package org.mailboxremediation.webapp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.CaseLink;
import org.mailboxremediation.block.Confidence;
import org.mailboxremediation.evidence.trace.OriginDescription;

/**
 * What the form shows of the message and of what could be blocked. The page puts all of it in as text.
 *
 * @param origin the newest message's origin
 * @param links other cases in which the same sender shows
 * @param blocks the case's entries
 */
record BlocksAtTask(OriginDescription origin, List<Link> links, List<Entry> blocks) {

    /** Another case's mailbox, and what the two have in common. */
    record Link(String mailbox, CaseLink.Via via, String value) {}

    /** One entry; {@code caution} says why a reason is needed, or why it cannot be blocked. */
    record Entry(
            String id,
            String entry,
            BlockState state,
            @Nullable String caution,
            String why,
            Confidence confidence,
            String wouldHit) {

        static Entry of(Block block) {
            return new Entry(
                    block.id(),
                    block.entry(),
                    block.state(),
                    block.caution(),
                    block.grounds().why(),
                    block.grounds().confidence(),
                    block.grounds().wouldHit());
        }
    }
}
