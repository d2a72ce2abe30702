package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The attempts being made here. Their claims are short, so that a killed process's work is soon picked up, and extended
 * for as long as the attempt lasts; but not for ever: a worker that never comes back is taken for dead.
 */
@Component
final class InFlight {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final ClaimTable claims;
    private final OutboxProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Claim, Instant> since = new ConcurrentHashMap<>();

    InFlight(ClaimTable claims, OutboxProperties properties, TransactionTemplate transaction, Clock clock) {
        this.claims = claims;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    void started(Claim claim) {
        since.put(claim, clock.instant());
    }

    void ended(Claim claim) {
        since.remove(claim);
    }

    /** Extends the claims of all attempts that are being made, and waits for nobody who writes one of them. */
    void extend() {
        Instant now = clock.instant();
        List<Claim> lasting = since.entrySet().stream()
                .filter(attempt -> attempt.getValue().plus(LONGEST).isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        if (!lasting.isEmpty()) {
            transaction.executeWithoutResult(status -> claims.extend(lasting, now.plus(properties.claimFor())));
        }
    }
}
