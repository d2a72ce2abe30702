package org.mailboxremediation.block;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Judgement.Verdict;
import org.mailboxremediation.evidence.trace.AddressBlock;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.stereotype.Component;

/** Promise P7: a block never hits ourselves, and hits others only on a person's word. Pure rules over the configuration. */
@Component
final class FriendlyFire {

    private static final Judgement OURS =
            Judgement.refused("It lies in our own or in private networks: our own mail would be blocked.");
    private static final Judgement ELSEWHERE =
            Judgement.byHand("The provider's list cannot express this address: it must be blocked elsewhere, by hand.");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~ ]{3,254}");
    private static final Judgement NO_ADDRESS =
            Judgement.refused("This is no address or domain that the block list takes.");

    private final Organisation us;
    private final SharedProviders shared;

    FriendlyFire(Organisation us, SharedProviders shared) {
        this.us = us;
        this.shared = shared;
    }

    /**
     * Judges an entry as a person or a message gives it.
     *
     * @param spf what our side's check said, where the entry is a message's return path; null where it said nothing, or
     *     where the entry is none
     */
    Judgement judge(BlockListKind kind, String entry, @Nullable SpfResult spf) {
        return switch (kind) {
            case IP -> ip(entry);
            case ADDRESS ->
                AddressEntry.parse(entry).map(address -> address(address, spf)).orElseGet(() -> unusual(entry));
        };
    }

    private Judgement ip(String text) {
        Optional<IpAddress> v6 = IpAddress.parse(text).filter(address -> !address.isV4());
        return v6.isPresent() ? v6(v6.get()) : v4(text);
    }

    private Judgement v6(IpAddress address) {
        AddressBlock block = new AddressBlock(address, 128);
        if (us.networks().overlaps(block)) {
            return OURS;
        }
        return Judgement.byHand("The provider documents no IPv6 entries: this one must be blocked elsewhere, by hand."
                + shared.caution(block).map(belongs -> " " + belongs).orElse(""));
    }

    private Judgement v4(String text) {
        return IpEntry.parse(text)
                .map(this::ip)
                .orElseGet(() -> Judgement.refused("This is no IP address that the block list takes."));
    }

    private Judgement ip(IpEntry entry) {
        if (us.networks().overlaps(entry.block())) {
            return OURS;
        }
        Optional<String> belongs = shared.caution(entry.block());
        if (belongs.isPresent()) {
            return Judgement.caution(belongs.get());
        }
        return entry.isRange() ? Judgement.caution("It stands for a whole range of addresses.") : Judgement.ALLOWED;
    }

    private Judgement address(AddressEntry entry, @Nullable SpfResult spf) {
        if (us.domains().stream().anyMatch(own -> entry.mayHit(own) || own.endsWith("." + entry.domain()))) {
            return Judgement.refused("It can match our own domains: our own mail would be blocked.");
        }
        if (hitsAContact(entry)) {
            return Judgement.refused("It can match an administrator's contact: alerts would be cut off.");
        }
        return sharedOrClaimed(entry, spf);
    }

    /** An address that mail may have and the block list has no way to say, such as a quoted local part. */
    private Judgement unusual(String entry) {
        String text = entry.strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at <= 0 || text.indexOf('%') >= 0 || !PRINTABLE.matcher(text).matches()) {
            return NO_ADDRESS;
        }
        String domain = text.substring(at + 1);
        if (domain.startsWith("[") && domain.endsWith("]")) {
            Judgement literal = ip(domain.substring(1, domain.length() - 1));
            return literal.verdict() == Verdict.REFUSED ? literal : ELSEWHERE;
        }
        Judgement ofDomain =
                AddressEntry.parse(domain).map(whole -> address(whole, null)).orElse(NO_ADDRESS);
        return ofDomain.verdict() == Verdict.REFUSED ? ofDomain : ELSEWHERE;
    }

    private Judgement sharedOrClaimed(AddressEntry entry, @Nullable SpfResult spf) {
        boolean isShared =
                shared.shares(entry.domain()) || shared.domains().stream().anyMatch(entry::mayHit);
        if (isShared && (entry.isWholeDomain() || entry.domain().indexOf('%') >= 0)) {
            return Judgement.caution("It would block everybody at a mail provider that many senders share.");
        }
        if (isShared) {
            return Judgement.caution("It belongs to a mail provider that many senders share.");
        }
        if (entry.hasWildcard()) {
            return Judgement.caution("It stands for more than one address.");
        }
        return spf == SpfResult.PASS
                ? Judgement.ALLOWED
                : Judgement.caution("SPF does not vouch for this return path: somebody else's address may be forged.");
    }

    private boolean hitsAContact(AddressEntry entry) {
        List<MailboxAddress> contacts = Stream.concat(
                        us.administratorContacts().stream(), us.securityLeadContacts().stream())
                .map(MailboxAddress::parse)
                .toList();
        return contacts.stream()
                .anyMatch(contact -> entry.mayHit(contact.domain())
                        && (entry.isWholeDomain()
                                || entry.local().indexOf('%') >= 0
                                || entry.local().equals(contact.localPart())));
    }
}
