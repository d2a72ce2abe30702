package org.mailboxremediation.sandbox.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.account.Account;
import org.mailboxremediation.sandbox.account.Accounts;
import org.mailboxremediation.sandbox.account.Aliases;
import org.mailboxremediation.sandbox.account.Aliases.Alias;
import org.mailboxremediation.sandbox.account.Domains;

/** Who gets mail for an address: its mailbox, an alias's members, the catch-all, and those it is forwarded to. */
@SandboxComponent
final class Recipients {

    private static final String OTHER_SYSTEM = "example.net";

    private final Accounts accounts;
    private final Aliases aliases;
    private final Domains domains;

    Recipients(Accounts accounts, Aliases aliases, Domains domains) {
        this.accounts = accounts;
        this.aliases = aliases;
        this.domains = domains;
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whether mail for this address stays here. */
    boolean local(String address) {
        String domain = domain(address);
        return domain.equals(OTHER_SYSTEM)
                || domains.find(domain).filter(Domains.Domain::hasMailboxes).isPresent();
    }

    boolean known(String address) {
        return !targets(address).isEmpty();
    }

    /** The mailboxes here that get a copy, each once. Loops of aliases and forwards end. */
    Set<String> mailboxesOf(String address) {
        Set<String> mailboxes = new LinkedHashSet<>();
        collect(address, mailboxes, new LinkedHashSet<>());
        return mailboxes;
    }

    private void collect(String address, Set<String> mailboxes, Set<String> seen) {
        if (!seen.add(address)) {
            return;
        }
        accounts.find(address).filter(Recipients::keepsCopy).ifPresent(account -> mailboxes.add(address));
        targets(address).forEach(target -> collect(target, mailboxes, seen));
    }

    private List<String> targets(String address) {
        return accounts.find(address)
                .map(account -> withForwarding(account))
                .or(() -> aliases.find(address).map(Alias::members))
                .or(() -> domains.find(domain(address))
                        .map(Domains.Domain::catchAll)
                        .filter(target -> !target.isEmpty())
                        .map(List::of))
                .orElse(List.of());
    }

    private static List<String> withForwarding(Account account) {
        Set<String> all = new LinkedHashSet<>(List.of(account.address()));
        all.addAll(account.profile().forwarding());
        return List.copyOf(all);
    }

    private static boolean keepsCopy(Account account) {
        return account.profile().forwarding().isEmpty() || account.profile().saveForwarded();
    }
}
