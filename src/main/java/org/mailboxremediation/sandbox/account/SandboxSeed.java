package org.mailboxremediation.sandbox.account;

import java.time.Clock;
import java.util.List;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.springframework.transaction.support.TransactionTemplate;

/** The fixed people and domains. Whatever exists is left as it is: a changed password stays changed over a restart. */
@SandboxComponent
public final class SandboxSeed {

    private static final String DOMAIN = "example.com";
    private static final int SIZE_MEGABYTES = 25_600;

    private final Domains domains;
    private final Aliases aliases;
    private final SeededAccounts accounts;
    private final TransactionTemplate transactions;
    private final SandboxProperties properties;
    private final Clock clock;

    SandboxSeed(
            Domains domains,
            Aliases aliases,
            SeededAccounts accounts,
            TransactionTemplate transactions,
            SandboxProperties properties,
            Clock clock) {
        this.domains = domains;
        this.aliases = aliases;
        this.accounts = accounts;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Adds what is missing. */
    public void plant() {
        if (domains.all().isEmpty()) {
            transactions.executeWithoutResult(status -> plantCustomer());
        }
        accounts.addMissing(properties.extraMailboxes(), this::extra);
    }

    private void plantCustomer() {
        domains.add(new Domains.Domain(DOMAIN, "rsemail", ""));
        domains.add(new Domains.Domain("exchange.example.org", "exchange", ""));
        accounts.add(compromised(person("alice", "Alice Example")));
        List.of("bob", "carol", "dave").forEach(name -> accounts.add(person(name, name)));
        accounts.add(account("it-desk", "example.net", "IT desk"));
        aliases.add(new Aliases.Alias("sales", DOMAIN, List.of("bob@example.com", "carol@example.com")));
    }

    private static Account compromised(Account alice) {
        return alice.withProfile(alice.profile()
                .withForwarding(List.of("collector@outside.example"), true)
                .withVacation(true, "I have moved. Please write to alice@outside.example from now on."));
    }

    private Account extra(String name) {
        return person(name, name);
    }

    private Account person(String name, String displayName) {
        return account(name, DOMAIN, displayName);
    }

    private Account account(String name, String domain, String displayName) {
        return new Account(name, domain, true, SIZE_MEGABYTES, clock.instant(), null, Profile.named(displayName));
    }
}
