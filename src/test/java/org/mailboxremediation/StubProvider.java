package org.mailboxremediation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.MailboxState;
import org.mailboxremediation.mailbox.ProviderFailure;

/** One block list for all domains, and routes that a test sets. Forgets entries, or fails, when told to. */
public final class StubProvider implements MailboxProvider {

    public final List<String> scopes = new ArrayList<>();
    public final List<String> blocked = new ArrayList<>();
    public final List<String> forwarding = new ArrayList<>();
    public final List<MailboxAddress> aliases = new ArrayList<>();
    public boolean forgetful;
    /** What happens while an entry is being removed. */
    public Runnable meanwhile = () -> {};

    public int writes;
    public @Nullable Supplier<ProviderFailure> failure;

    @Override
    public MailboxState show(MailboxAddress mailbox) {
        fail();
        return new MailboxState(true, "", forwarding, true, false, "");
    }

    @Override
    public List<MailboxAddress> aliasMembers(MailboxAddress alias) {
        return List.of();
    }

    @Override
    public List<MailboxAddress> aliasesOf(MailboxAddress mailbox) {
        fail();
        return aliases;
    }

    @Override
    public List<String> blockList(String scope, BlockListKind kind) {
        fail();
        scopes.add(scope);
        return List.copyOf(blocked);
    }

    @Override
    public void block(String scope, BlockListKind kind, String entry) {
        fail();
        writes++;
        if (!forgetful) {
            blocked.add(entry);
        }
    }

    @Override
    public void unblock(String scope, BlockListKind kind, String entry) {
        fail();
        if (!forgetful) {
            blocked.remove(entry);
        }
        meanwhile.run();
    }

    @Override
    public void changePassword(MailboxAddress mailbox, Secret password) {}

    @Override
    public void changePasswordAndBlock(MailboxAddress mailbox, Secret password) {}

    @Override
    public void setEnabled(MailboxAddress mailbox, boolean enabled) {}

    @Override
    public void clearForwarding(MailboxAddress mailbox) {}

    @Override
    public void setForwarding(MailboxAddress mailbox, List<String> addresses) {}

    @Override
    public void setAutoReply(MailboxAddress mailbox, String text) {}

    @Override
    public void setSpamForwarding(MailboxAddress mailbox, String address) {}

    @Override
    public void clearAutoReply(MailboxAddress mailbox) {}

    @Override
    public Optional<String> spamForwarding(MailboxAddress mailbox) {
        return Optional.empty();
    }

    @Override
    public void clearSpamForwarding(MailboxAddress mailbox) {}

    private void fail() {
        if (failure != null) {
            throw failure.get();
        }
    }
}
