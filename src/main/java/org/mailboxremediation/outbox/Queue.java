package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands out due commands one by one. Reads some ahead, so that a long queue is not sorted anew for each. */
@Component
final class Queue {

    private static final int AHEAD = 64;

    private final Node node;
    private final ClaimTable claims;
    private final HeldSteps held;
    private final OutboxProperties properties;
    private final Bell bell;
    private final Clock clock;
    private final Deque<Entry> ahead = new ArrayDeque<>();
    private Instant readAt = Instant.EPOCH;

    Queue(Node node, ClaimTable claims, HeldSteps held, OutboxProperties properties, Bell bell, Clock clock) {
        this.node = node;
        this.claims = claims;
        this.held = held;
        this.properties = properties;
        this.bell = bell;
        this.clock = clock;
    }

    /** Claims the most urgent command that is due; empty if there is none. */
    synchronized Optional<Claim> next() {
        Instant now = clock.instant();
        if (bell.takeNews() || !now.isBefore(readAt.plus(properties.poll()))) {
            ahead.clear();
        }
        Optional<Claim> claim = claimAhead(now);
        if (claim.isEmpty()) {
            readAt = now;
            ahead.addAll(claims.due(now, held.at(now), AHEAD));
            claim = claimAhead(now);
        }
        return claim;
    }

    private Optional<Claim> claimAhead(Instant now) {
        for (Entry entry = ahead.poll(); entry != null; entry = ahead.poll()) {
            Claim claim = Claim.on(entry, node.token());
            boolean waits = held.at(now).contains(entry.command().step());
            if (!waits && claims.claim(entry, claim, now.plus(properties.claimFor()))) {
                return Optional.of(claim);
            }
        }
        return Optional.empty();
    }
}
