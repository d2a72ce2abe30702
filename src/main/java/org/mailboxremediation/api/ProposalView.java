package org.mailboxremediation.api;

import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Confidence;
import org.mailboxremediation.block.Proposal;
import org.mailboxremediation.mailbox.BlockListKind;

/**
 * What a message suggests to block. It is no block of the case yet.
 *
 * @param caution why a person must say yes with a reason, or why it is refused; null if nothing speaks against it
 * @param why where it comes from
 * @param confidence how sure it is to stop the sender and nobody else
 * @param wouldHit whose mail it would refuse
 */
record ProposalView(
        String entry,
        BlockListKind kind,
        @Nullable String caution,
        String why,
        Confidence confidence,
        String wouldHit) {

    static ProposalView of(Proposal proposal) {
        String sentence = proposal.judgement().sentence();
        return new ProposalView(
                proposal.entry(),
                proposal.kind(),
                sentence.isEmpty() ? null : sentence,
                proposal.grounds().why(),
                proposal.grounds().confidence(),
                proposal.grounds().wouldHit());
    }
}
