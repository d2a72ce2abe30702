package org.mailboxremediation.mailbox;

import java.util.List;
import java.util.Optional;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

/**
 * What the product asks of whoever hosts the mailbox. No call may run inside a transaction. Each call throws only
 * {@link ProviderFailure}, and is safe to repeat.
 */
public interface MailboxProvider {

    /**
     * Whether there is no API for this mailbox: a person does everything, and each call throws
     * {@link ProviderFailure.ByHand}.
     */
    default boolean byHand(MailboxAddress mailbox) {
        return false;
    }

    /** Reads the mailbox's state. */
    MailboxState show(MailboxAddress mailbox);

    /** The mailboxes an alias delivers to; empty where there is no such alias. */
    List<MailboxAddress> aliasMembers(MailboxAddress alias);

    /** The aliases of the domain that deliver to this mailbox. */
    List<MailboxAddress> aliasesOf(MailboxAddress mailbox);

    /** Sets the password and leaves everything else: one write. */
    void changePassword(MailboxAddress mailbox, Secret password);

    /** Sets the password and disables every login: one write (article step 1, "block access"). */
    void changePasswordAndBlock(MailboxAddress mailbox, Secret password);

    /** Enables or disables every login (article step 2, "block or restore access"). */
    void setEnabled(MailboxAddress mailbox, boolean enabled);

    /** Removes all forwarding addresses and keeps a copy of what arrives. The caller reads back. */
    void clearForwarding(MailboxAddress mailbox);

    /**
     * Forwards to exactly these addresses, at least one, and keeps a copy of what arrives. The caller reads back.
     */
    void setForwarding(MailboxAddress mailbox, List<String> addresses);

    /** Switches the auto-reply off and empties its text. The caller reads back. */
    void clearAutoReply(MailboxAddress mailbox);

    /** Switches the auto-reply on with this text. The caller reads back. */
    void setAutoReply(MailboxAddress mailbox, String text);

    /** Where the spam filter sends flagged mail; empty unless it leaves the mailbox. */
    Optional<String> spamForwarding(MailboxAddress mailbox);

    /** Returns flagged mail to the mailbox's own spam folder. The caller reads back. */
    void clearSpamForwarding(MailboxAddress mailbox);

    /** Sends flagged mail to this address. The caller reads back. */
    void setSpamForwarding(MailboxAddress mailbox, String address);

    /** The block list of the given kind: a domain's, or a mailbox's own, as the scope is one or the other. */
    List<String> blockList(String scope, BlockListKind kind);

    /** Adds an entry to that block list; adding one that is there is no failure. */
    void block(String scope, BlockListKind kind, String entry);

    /** Removes an entry from that block list; removing one that is absent is no failure. */
    void unblock(String scope, BlockListKind kind, String entry);
}
