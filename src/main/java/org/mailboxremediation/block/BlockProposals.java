package org.mailboxremediation.block;

import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.stereotype.Component;

/** What an origin report suggests to block: the return path and the originating IP (article step 4). Pure. */
@Component
public final class BlockProposals {

    private final FriendlyFire friendlyFire;

    BlockProposals(FriendlyFire friendlyFire) {
        this.friendlyFire = friendlyFire;
    }

    /** The suggestions, refused ones included, so that a person sees why. A null sender suggests nothing. */
    public List<Proposal> from(OriginReport report) {
        List<Proposal> proposals = new ArrayList<>();
        String path = report.returnPath();
        if (path != null) {
            AddressEntry.parse(path)
                    .filter(entry -> !entry.isWholeDomain() && !entry.hasWildcard())
                    .map(AddressEntry::asString)
                    .map(entry -> new Proposal(
                            BlockListKind.ADDRESS,
                            entry,
                            friendlyFire.judge(BlockListKind.ADDRESS, entry, report.spf())))
                    .ifPresent(proposals::add);
        }
        String ip = report.originatingIp();
        if (ip != null) {
            proposals.add(new Proposal(BlockListKind.IP, ip, friendlyFire.judge(BlockListKind.IP, ip, report.spf())));
        }
        return proposals;
    }
}
