package org.mailboxremediation.mailbox.manual;

import java.util.List;
import java.util.Optional;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.MailboxState;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * No API at all ({@code remediation.provider=manual}): whatever is asked needs a person at once, and nothing is known of
 * any mailbox. What the person did is attested; logins are still tried where mail servers are configured.
 */
@Component
@ConditionalOnProperty(name = "remediation.provider", havingValue = "manual")
final class ManualMailboxProvider implements MailboxProvider {

    @Override
    public boolean byHand(MailboxAddress mailbox) {
        return true;
    }

    @Override
    public MailboxState show(MailboxAddress mailbox) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public List<MailboxAddress> aliasMembers(MailboxAddress alias) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public List<MailboxAddress> aliasesOf(MailboxAddress mailbox) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void changePassword(MailboxAddress mailbox, Secret password) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void changePasswordAndBlock(MailboxAddress mailbox, Secret password) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void setEnabled(MailboxAddress mailbox, boolean enabled) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void clearForwarding(MailboxAddress mailbox) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void setForwarding(MailboxAddress mailbox, List<String> addresses) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void clearAutoReply(MailboxAddress mailbox) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void setAutoReply(MailboxAddress mailbox, String text) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public Optional<String> spamForwarding(MailboxAddress mailbox) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void clearSpamForwarding(MailboxAddress mailbox) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void setSpamForwarding(MailboxAddress mailbox, String address) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public List<String> blockList(String scope, BlockListKind kind) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void block(String scope, BlockListKind kind, String entry) {
        throw new ProviderFailure.ByHand();
    }

    @Override
    public void unblock(String scope, BlockListKind kind, String entry) {
        throw new ProviderFailure.ByHand();
    }
}
