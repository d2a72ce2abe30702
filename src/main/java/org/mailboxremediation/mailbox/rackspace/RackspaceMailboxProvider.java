package org.mailboxremediation.mailbox.rackspace;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.MailboxState;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The Rackspace Email API (v1) as the port. What it shows and what it takes differ in names and shape. */
@Component
@ConditionalOnProperty(name = "remediation.provider", havingValue = "rackspace", matchIfMissing = true)
final class RackspaceMailboxProvider implements MailboxProvider {

    private final ApiClient client;
    private final ApiPaths paths;
    private final AliasDirectory aliases;

    RackspaceMailboxProvider(ApiClient client, RackspaceProperties properties, Clock clock) {
        this.client = client;
        this.paths = new ApiPaths(properties);
        this.aliases = new AliasDirectory(paths, clock);
    }

    @Override
    public MailboxState show(MailboxAddress mailbox) {
        return MailboxJson.mailbox(client.operation().get(paths.mailbox(mailbox)));
    }

    @Override
    public List<MailboxAddress> aliasMembers(MailboxAddress alias) {
        return aliases.members(client.operation(), alias);
    }

    @Override
    public List<MailboxAddress> aliasesOf(MailboxAddress mailbox) {
        return aliases.of(client.operation(), mailbox);
    }

    @Override
    public void changePassword(MailboxAddress mailbox, Secret password) {
        edit(mailbox, Map.of("password", password.reveal()));
    }

    @Override
    public void changePasswordAndBlock(MailboxAddress mailbox, Secret password) {
        edit(mailbox, Map.of("password", password.reveal(), "enabled", "false"));
    }

    @Override
    public void setEnabled(MailboxAddress mailbox, boolean enabled) {
        edit(mailbox, Map.of("enabled", Boolean.toString(enabled)));
    }

    @Override
    public void clearForwarding(MailboxAddress mailbox) {
        edit(mailbox, Map.of("emailForwardingAddresses", "", "saveForwardedEmail", "true"));
    }

    @Override
    public void setForwarding(MailboxAddress mailbox, List<String> addresses) {
        edit(mailbox, Map.of("emailForwardingAddresses", String.join(",", addresses), "saveForwardedEmail", "true"));
    }

    @Override
    public void clearAutoReply(MailboxAddress mailbox) {
        edit(mailbox, Map.of("enableVacationMessage", "false", "vacationMessage", ""));
    }

    @Override
    public void setAutoReply(MailboxAddress mailbox, String text) {
        edit(mailbox, Map.of("enableVacationMessage", "true", "vacationMessage", text));
    }

    @Override
    public Optional<String> spamForwarding(MailboxAddress mailbox) {
        return new SpamSettings(client.operation().get(paths.spamSettings(mailbox))).forwarding();
    }

    @Override
    public void clearSpamForwarding(MailboxAddress mailbox) {
        Operation operation = client.operation();
        SpamSettings shown = new SpamSettings(operation.get(paths.spamSettings(mailbox)));
        operation.put(paths.spamSettings(mailbox), shown.keptInFolder());
    }

    @Override
    public void setSpamForwarding(MailboxAddress mailbox, String address) {
        Operation operation = client.operation();
        SpamSettings shown = new SpamSettings(operation.get(paths.spamSettings(mailbox)));
        operation.put(paths.spamSettings(mailbox), shown.sentTo(address));
    }

    @Override
    public List<String> blockList(String scope, BlockListKind kind) {
        return blockList(client.operation(), scope, kind);
    }

    /** What the provider answers for an entry that is there already is not documented: the list itself decides. */
    @Override
    public void block(String scope, BlockListKind kind, String entry) {
        Operation operation = client.operation();
        try {
            operation.post(paths.blockEntry(scope, kind, entry));
        } catch (ProviderFailure.RequestRejected rejected) {
            if (!lists(operation, scope, kind, entry)) {
                throw rejected;
            }
        }
    }

    @Override
    public void unblock(String scope, BlockListKind kind, String entry) {
        Operation operation = client.operation();
        try {
            operation.delete(paths.blockEntry(scope, kind, entry));
        } catch (ProviderFailure.RequestRejected | ProviderFailure.UnknownMailbox rejected) {
            if (lists(operation, scope, kind, entry)) {
                throw rejected;
            }
        }
    }

    private boolean lists(Operation operation, String scope, BlockListKind kind, String entry) {
        return blockList(operation, scope, kind).stream().anyMatch(entry::equalsIgnoreCase);
    }

    private List<String> blockList(Operation operation, String scope, BlockListKind kind) {
        return MailboxJson.texts(operation.get(paths.blockList(scope, kind)).path("addresses"));
    }

    private void edit(MailboxAddress mailbox, Map<String, String> fields) {
        client.operation().put(paths.mailbox(mailbox), fields);
    }
}
