package org.mailboxremediation.sandbox.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.SenderRules;

/**
 * Takes mail in or refuses it. What leaves the system is accepted and dropped: nothing the sandbox is given ever
 * reaches the outside.
 */
@SandboxComponent
final class Delivery {

    private final Recipients recipients;
    private final SenderRules rules;
    private final MailStore store;

    Delivery(Recipients recipients, SenderRules rules, MailStore store) {
        this.recipients = recipients;
        this.rules = rules;
        this.store = store;
    }

    /** The SMTP reply that refuses this recipient; empty if it is accepted. */
    Optional<String> refusal(String sender, String recipient, String peer, boolean loggedIn) {
        if (!recipients.local(recipient)) {
            return loggedIn ? Optional.empty() : Optional.of("554 5.7.1 <" + recipient + ">: Relay access denied");
        }
        if (!recipients.known(recipient)) {
            return Optional.of("550 5.1.1 <" + recipient + ">: Recipient address rejected: User unknown");
        }
        return blockedBy(sender, recipient, peer)
                .map(scope -> "554 5.7.1 <" + recipient + ">: Sender address rejected: Blocked by this " + scope);
    }

    void deliver(String recipient, MovingMessage message) {
        recipients.mailboxesOf(recipient).forEach(mailbox -> store.deliver(mailbox, message));
    }

    private Optional<String> blockedBy(String sender, String recipient, String peer) {
        if (rules.blocks(recipient, sender, peer)) {
            return Optional.of("recipient");
        }
        String domain = Recipients.domain(recipient);
        boolean blocked = rules.blocks(domain, sender, peer)
                && !rules.vouches(recipient, sender, peer)
                && !rules.vouches(domain, sender, peer);
        return blocked ? Optional.of("domain") : Optional.empty();
    }
}
