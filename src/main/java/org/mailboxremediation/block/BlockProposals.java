package org.mailboxremediation.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.stereotype.Component;

/**
 * What an origin report suggests to block: the return path and the originating IP (article step 4). Pure. Nothing of it is
 * kept before a person said that the message was the source.
 */
@Component
public final class BlockProposals {

    private final FriendlyFire friendlyFire;

    BlockProposals(FriendlyFire friendlyFire) {
        this.friendlyFire = friendlyFire;
    }

    /** The suggestions, refused ones included, so that a person sees why. A null sender suggests nothing. */
    public List<Proposal> from(OriginReport report) {
        List<Proposal> proposals = new ArrayList<>(2);
        String path = report.returnPath();
        if (path != null && !path.isEmpty()) {
            proposals.add(returnPath(path.toLowerCase(Locale.ROOT), report.spf()));
        }
        String ip = report.originatingIp();
        if (ip != null) {
            proposals.add(originatingIp(ip, report.sharedRelay() != null));
        }
        return proposals;
    }

    private Proposal returnPath(String path, @Nullable SpfResult spf) {
        boolean vouched = spf == SpfResult.PASS;
        Judgement judgement = isOneAddress(path)
                ? friendlyFire.judge(BlockListKind.ADDRESS, path, spf)
                : Judgement.refused("The message's return path is no single address.");
        Grounds grounds = new Grounds(
                vouched
                        ? "The message's return path; our side's SPF check vouches for it."
                        : "The message's return path, as its sender wrote it.",
                vouched ? Confidence.HIGH : Confidence.LOW,
                "Every message with this return path, whoever is named as its author.");
        return new Proposal(BlockListKind.ADDRESS, path, judgement, grounds);
    }

    /** A stranger's text is never taken for a pattern: a wildcard is a person's to give. */
    private static boolean isOneAddress(String path) {
        return path.lastIndexOf('@') > 0 && path.indexOf('%') < 0;
    }

    private Proposal originatingIp(String ip, boolean shared) {
        Judgement judgement = friendlyFire.judge(BlockListKind.IP, ip, null);
        Grounds grounds = new Grounds(
                "The address from which our own side took the message in.",
                shared || judgement.verdict() == Verdict.REFUSED ? Confidence.LOW : Confidence.HIGH,
                shared
                        ? "Every customer of the mail service whose relay this is."
                        : "Every message that comes in from this address, whoever sent it.");
        return new Proposal(BlockListKind.IP, ip, judgement, grounds);
    }
}
