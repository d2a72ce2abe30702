package org.mailboxremediation.mailbox.rackspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Pace;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whose turn it is to sign the next request: the users in turn, as far as their budgets go, reads and writes apart. */
@Component
@ConditionalOnProperty(name = "remediation.provider", havingValue = "rackspace", matchIfMissing = true)
final class ApiUsers implements Pace {

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
     * Begins one request of the first user who has one left.
     *
     * @throws ProviderFailure.Unavailable with the shortest wait if nobody has
     */
    Account take(Kind kind) {
        Instant now = clock.instant();
        int start = Math.floorMod(next.getAndIncrement(), accounts.size());
        Duration shortest = Budget.WINDOW;
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get((start + i) % accounts.size());
            Duration wait = account.budget(kind).begin(now);
            if (wait.isZero()) {
                return account;
            }
            shortest = wait.compareTo(shortest) < 0 ? wait : shortest;
        }
        throw ProviderFailure.Unavailable.budget(shortest);
    }

    /** The user's request has ended. */
    void ended(Account account, Kind kind) {
        account.budget(kind).end(clock.instant());
    }

    /** Leaves a user alone whom the provider told that the limit is reached; the others go on. */
    ProviderFailure.Unavailable refused(Account account, Kind kind) {
        Duration alone = account.budget(kind).refused(clock.instant());
        return ProviderFailure.Unavailable.budget(accounts.size() == 1 ? alone : Duration.ofSeconds(1));
    }

    @Override
    public int left(Kind kind) {
        Instant now = clock.instant();
        long left = accounts.stream()
                .mapToLong(account -> account.budget(kind).left(now))
                .sum();
        return (int) Math.min(left, UNLIMITED);
    }

    @Override
    public int perMinute(Kind kind) {
        long limit = accounts.stream()
                .mapToLong(account -> account.budget(kind).perMinute())
                .sum();
        return limit == 0 ? UNLIMITED : (int) Math.min(limit, UNLIMITED);
    }

    /** In each minute the users' requests can begin when those of the minute before did. */
    @Override
    public Duration until(Kind kind, int calls) {
        Instant now = clock.instant();
        List<Instant> minute = accounts.stream()
                .flatMap(account -> account.budget(kind).beginnings(now))
                .sorted()
                .toList();
        if (minute.isEmpty() || calls < 1) {
            return Duration.ZERO;
        }
        Duration minutes = Budget.WINDOW.multipliedBy((calls - 1) / minute.size());
        return Duration.between(now, minute.get((calls - 1) % minute.size())).plus(minutes);
    }

    /** A user and what is left of both budgets. */
    record Account(ApiUser user, Budget reads, Budget writes) {

        Budget budget(Kind kind) {
            return kind == Kind.WRITE ? writes : reads;
        }
    }
}
