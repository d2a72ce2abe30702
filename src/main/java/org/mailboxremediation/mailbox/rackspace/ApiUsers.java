package org.mailboxremediation.mailbox.rackspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailboxremediation.mailbox.ProviderFailure;

/** Whose turn it is to sign the next request: the users in turn, as far as their budgets go, reads and writes apart. */
final class ApiUsers {

    /** How long the provider's own limit is left alone: refused requests count too, so trying sooner never clears it. */
    private static final Duration REFUSED_FOR = Duration.ofSeconds(20);

    private final List<Account> accounts;
    private final Clock clock;
    private final AtomicInteger next = new AtomicInteger();

    ApiUsers(RackspaceProperties properties, Clock clock) {
        this.clock = clock;
        this.accounts = properties.requiredUsers().stream()
                .map(user -> new Account(
                        user, new Budget(properties.readsPerMinute()), new Budget(properties.writesPerMinute())))
                .toList();
    }

    /**
     * Spends one request of the first user who has one.
     *
     * @throws ProviderFailure.Unavailable with the shortest wait if nobody has
     */
    Account take(boolean write) {
        Instant now = clock.instant();
        int start = Math.floorMod(next.getAndIncrement(), accounts.size());
        Duration shortest = REFUSED_FOR.multipliedBy(accounts.size() + 60L);
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get((start + i) % accounts.size());
            Duration wait = account.budget(write).spend(now);
            if (wait.isZero()) {
                return account;
            }
            shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
        }
        throw ProviderFailure.Unavailable.budget(shortest);
    }

    /** Leaves a user alone whom the provider told that the limit is reached. */
    ProviderFailure.Unavailable refused(Account account, boolean write) {
        account.budget(write).pause(clock.instant().plus(REFUSED_FOR));
        return ProviderFailure.Unavailable.budget(accounts.size() == 1 ? REFUSED_FOR : Duration.ofSeconds(1));
    }

    /** A user and what is left of both budgets. */
    record Account(ApiUser user, Budget reads, Budget writes) {

        Budget budget(boolean write) {
            return write ? writes : reads;
        }
    }
}
