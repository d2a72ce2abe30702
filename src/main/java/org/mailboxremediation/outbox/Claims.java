package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes claims in the table, and keeps account of what was promised to them until they have ended. */
@Component
final class Claims {

    private final ClaimTable table;
    private final Handlers handlers;
    private final Turns turns;
    private final InFlight inFlight;
    private final OutboxProperties properties;

    Claims(ClaimTable table, Handlers handlers, Turns turns, InFlight inFlight, OutboxProperties properties) {
        this.table = table;
        this.handlers = handlers;
        this.turns = turns;
        this.inFlight = inFlight;
        this.properties = properties;
    }

    /** Claims the commands, each of which was let through; those that another node was faster to take are left out. */
    List<Claim> claim(QueueKey queue, List<String> ids, Instant now) {
        List<Claim> won = List.of();
        try {
            won = table.claim(queue, ids, UUID.randomUUID().toString(), now, now.plus(properties.claimFor()));
            won.forEach(inFlight::started);
            return won;
        } finally {
            for (int lost = won.size(); lost < ids.size(); lost++) {
                turns.release(handlers.demand(queue));
            }
        }
    }

    /** The attempt has ended, however. */
    void ended(Claim claim) {
        inFlight.ended(claim);
        turns.release(handlers.demand(claim.queue()));
    }
}
