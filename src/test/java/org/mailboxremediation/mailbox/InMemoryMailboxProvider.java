package org.mailboxremediation.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

/** A provider and its mail servers in memory. Calls are remembered by name, and can be made to fail. */
public final class InMemoryMailboxProvider implements MailboxProvider, LoginCheck {

    /** What was called, in order. */
    public final List<String> calls = new ArrayList<>();

    /** Run before each call with its name; what it throws is what the call throws. */
    public Consumer<String> before = call -> {};

    /** Run after each call's effect, with its name: throwing here is an answer that got lost. */
    public Consumer<String> after = call -> {};

    /** Whether there is no API: then calls throw {@link ProviderFailure.ByHand}. */
    public boolean byHand;

    /** What the mail servers say instead of the truth. */
    public UnaryOperator<LoginResult> hearing = truth -> truth;

    private final Map<MailboxAddress, Account> accounts = new ConcurrentHashMap<>();
    private final Map<MailboxAddress, List<MailboxAddress>> aliases = new ConcurrentHashMap<>();
    private final Map<String, List<String>> blocked = new TreeMap<>();

    /** Adds a mailbox that nobody has tampered with. */
    public InMemoryMailboxProvider with(MailboxAddress mailbox, Secret password) {
        return with(mailbox, password, new MailboxState(true, "", List.of(), true, false, ""), Optional.empty());
    }

    /** Adds a mailbox as it is. */
    public InMemoryMailboxProvider with(
            MailboxAddress mailbox, Secret password, MailboxState state, Optional<String> spamForwarding) {
        accounts.put(mailbox, new Account(password.reveal(), state, spamForwarding));
        return this;
    }

    /** Adds an alias. */
    public InMemoryMailboxProvider withAlias(MailboxAddress alias, MailboxAddress... members) {
        aliases.put(alias, List.of(members));
        return this;
    }

    /** Whether the mail system lets in. */
    public boolean letsIn(MailboxAddress mailbox, Secret password) {
        Account account = account(mailbox);
        return account.state.enabled() && account.password.equals(password.reveal());
    }

    @Override
    public LoginResult check(MailboxAddress mailbox, Secret password) {
        LoginResult.Answer answer =
                letsIn(mailbox, password) ? LoginResult.Answer.ACCEPTED : LoginResult.Answer.REFUSED;
        return hearing.apply(new LoginResult(answer, answer));
    }

    @Override
    public MailboxState show(MailboxAddress mailbox) {
        enter("show");
        return account(mailbox).state;
    }

    @Override
    public List<MailboxAddress> aliasMembers(MailboxAddress alias) {
        enter("aliasMembers");
        return aliases.getOrDefault(alias, List.of());
    }

    @Override
    public List<MailboxAddress> aliasesOf(MailboxAddress mailbox) {
        enter("aliasesOf");
        return aliases.entrySet().stream()
                .filter(alias -> alias.getValue().contains(mailbox))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void changePassword(MailboxAddress mailbox, Secret password) {
        change("changePassword", mailbox, account -> account.password = password.reveal());
    }

    @Override
    public void changePasswordAndBlock(MailboxAddress mailbox, Secret password) {
        change("changePasswordAndBlock", mailbox, account -> {
            account.password = password.reveal();
            account.enable(false);
        });
    }

    @Override
    public void setEnabled(MailboxAddress mailbox, boolean enabled) {
        change("setEnabled=" + enabled, mailbox, account -> account.enable(enabled));
    }

    @Override
    public boolean byHand(MailboxAddress mailbox) {
        return byHand;
    }

    @Override
    public void clearForwarding(MailboxAddress mailbox) {
        change("clearForwarding", mailbox, account -> account.forward(List.of()));
    }

    @Override
    public void setForwarding(MailboxAddress mailbox, List<String> addresses) {
        change("setForwarding", mailbox, account -> account.forward(addresses));
    }

    @Override
    public void clearAutoReply(MailboxAddress mailbox) {
        change("clearAutoReply", mailbox, account -> account.reply(false, ""));
    }

    @Override
    public void setAutoReply(MailboxAddress mailbox, String text) {
        change("setAutoReply", mailbox, account -> account.reply(true, text));
    }

    @Override
    public void setSpamForwarding(MailboxAddress mailbox, String address) {
        change("setSpamForwarding", mailbox, account -> account.spamForwarding = Optional.of(address));
    }

    @Override
    public Optional<String> spamForwarding(MailboxAddress mailbox) {
        enter("spamForwarding");
        return account(mailbox).spamForwarding;
    }

    @Override
    public void clearSpamForwarding(MailboxAddress mailbox) {
        change("clearSpamForwarding", mailbox, account -> account.spamForwarding = Optional.empty());
    }

    @Override
    public List<String> blockList(String domain, BlockListKind kind) {
        enter("blockList");
        return List.copyOf(list(domain, kind));
    }

    @Override
    public void block(String domain, BlockListKind kind, String entry) {
        enter("block");
        list(domain, kind).remove(entry);
        list(domain, kind).add(entry);
        after.accept("block");
    }

    @Override
    public void unblock(String domain, BlockListKind kind, String entry) {
        enter("unblock");
        list(domain, kind).remove(entry);
        after.accept("unblock");
    }

    private List<String> list(String domain, BlockListKind kind) {
        return blocked.computeIfAbsent(domain + " " + kind, key -> new ArrayList<>());
    }

    private void change(String call, MailboxAddress mailbox, Consumer<Account> effect) {
        enter(call);
        effect.accept(account(mailbox));
        after.accept(call);
    }

    private void enter(String call) {
        calls.add(call);
        if (byHand) {
            throw new ProviderFailure.ByHand();
        }
        before.accept(call);
    }

    private Account account(MailboxAddress mailbox) {
        Account account = accounts.get(mailbox);
        if (account == null) {
            throw new ProviderFailure.UnknownMailbox();
        }
        return account;
    }

    private static final class Account {
        private String password;
        private MailboxState state;
        private Optional<String> spamForwarding;

        Account(String password, MailboxState state, Optional<String> spamForwarding) {
            this.password = password;
            this.state = state;
            this.spamForwarding = spamForwarding;
        }

        void forward(List<String> addresses) {
            state = new MailboxState(
                    state.enabled(), state.displayName(), addresses, true, state.autoReply(), state.autoReplyText());
        }

        void reply(boolean on, String text) {
            state = new MailboxState(
                    state.enabled(), state.displayName(), state.forwarding(), state.saveForwarded(), on, text);
        }

        void enable(boolean enabled) {
            state = new MailboxState(
                    enabled,
                    state.displayName(),
                    state.forwarding(),
                    state.saveForwarded(),
                    state.autoReply(),
                    state.autoReplyText());
        }
    }
}
