package org.mailboxremediation.block;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.evidence.trace.IpAddress;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Organisation;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.stereotype.Component;

/** Promise P7: a block never hits ourselves, and hits others only on a person's word. Pure rules over the configuration. */
@Component
final class FriendlyFire {

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
                AddressEntry.parse(entry)
                        .map(address -> address(address, spf))
                        .orElseGet(() -> Judgement.refused("This is no address or domain that the block list takes."));
        };
    }

    private Judgement ip(String text) {
        if (IpAddress.parse(text).filter(address -> !address.isV4()).isPresent()) {
            return Judgement.refused("The provider documents no IPv6 entries: block the sender's address instead.");
        }
        return IpEntry.parse(text)
                .map(this::ip)
                .orElseGet(() -> Judgement.refused("This is no IP address that the block list takes."));
    }

    private Judgement ip(IpEntry entry) {
        if (us.networks().overlaps(entry.block())) {
            return Judgement.refused("It lies in our own or in private networks: our own mail would be blocked.");
        }
        if (shared.shares(entry.block())) {
            return Judgement.caution("It belongs to a mail provider that many senders share.");
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

    private Judgement sharedOrClaimed(AddressEntry entry, @Nullable SpfResult spf) {
        boolean isShared =
                shared.shares(entry.domain()) || shared.domains().stream().anyMatch(entry::mayHit);
        if (isShared && (entry.isWholeDomain() || entry.domain().indexOf('%') >= 0)) {
            return Judgement.refused("It would block a mail provider that many senders share.");
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
