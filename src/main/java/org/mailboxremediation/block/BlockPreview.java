package org.mailboxremediation.block;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.OriginReader;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.PastMail;
import org.springframework.stereotype.Component;

/** Says before the yes what each entry would have refused of the mail that came in the last 30 days. */
@Component
public final class BlockPreview {

    /** How far back it looks. */
    public static final Duration PERIOD = Duration.ofDays(30);

    private final PastMail mail;
    private final Organisation organisation;
    private final SharedProviders shared;
    private final Clock clock;

    BlockPreview(PastMail mail, Organisation organisation, SharedProviders shared, Clock clock) {
        this.mail = mail;
        this.organisation = organisation;
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * What the entries would have refused.
     *
     * @param available whether the mailbox could be looked into
     * @param whole whether all mail of the period was looked at
     * @param lookedAt how many messages were
     * @param refused how many of these each block's entry would have refused, by the block's id
     */
    public record Preview(boolean available, boolean whole, int lookedAt, Map<String, Integer> refused) {}

    /** Looks into the mailbox: some seconds at most. Not for transactions. */
    public Preview of(MailboxAddress mailbox, List<Block> blocks) {
        PastMail.Sample sample = mail.since(mailbox, clock.instant().minus(PERIOD));
        Map<String, Integer> refused = new HashMap<>();
        if (sample.available()) {
            blocks.forEach(block -> refused.put(block.id(), 0));
        }
        for (byte[] header : sample.headers()) {
            OriginReport report = OriginReader.read(header, organisation.networks(), shared.relays());
            blocks.stream()
                    .filter(block -> refuses(block, report))
                    .forEach(block -> refused.merge(block.id(), 1, Integer::sum));
        }
        return new Preview(sample.available(), sample.whole(), sample.headers().size(), Map.copyOf(refused));
    }

    static boolean refuses(Block block, OriginReport report) {
        String seen = block.kind() == BlockListKind.IP ? report.originatingIp() : report.returnPath();
        if (seen == null) {
            return false;
        }
        if (block.kind() == BlockListKind.ADDRESS) {
            return AddressEntry.parse(block.entry())
                    .map(entry -> entry.matches(seen))
                    .orElseGet(() -> block.entry().equalsIgnoreCase(seen));
        }
        Optional<IpAddress> peer = IpAddress.parse(seen);
        return peer.isPresent()
                && IpEntry.parse(block.entry())
                        .map(entry -> entry.block().contains(peer.get()))
                        .orElseGet(() -> IpAddress.parse(block.entry()).equals(peer));
    }
}
