package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls a person for commands whose step nobody serves any more, so that they do not wait unseen. */
@Component
final class Unserved {

    private static final int AT_MOST = 100;

    private final ClaimTable table;
    private final Claims claims;
    private final Handlers handlers;
    private final Attempts attempts;
    private final Clock clock;

    Unserved(ClaimTable table, Claims claims, Handlers handlers, Attempts attempts, Clock clock) {
        this.table = table;
        this.claims = claims;
        this.handlers = handlers;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Settles some of them. */
    int settle() {
        return table.queues().stream()
                .filter(queue -> !handlers.demands().containsKey(queue))
                .mapToInt(this::settle)
                .sum();
    }

    private int settle(QueueKey queue) {
        Instant now = clock.instant();
        List<String> ids =
                table.due(queue, now, AT_MOST).stream().map(Candidate::id).toList();
        List<Claim> claimed = ids.isEmpty() ? List.of() : claims.claim(queue, ids, now);
        claimed.forEach(attempts::attempt);
        return claimed.size();
    }
}
