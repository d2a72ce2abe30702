package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one attempt at a claimed command, whatever comes of it. */
@Component
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int UNEXPECTED_LIMIT = 5;

    private final Handlers handlers;
    private final Settlement settlement;
    private final Claims claims;
    private final Latencies latencies;
    private final Clock clock;

    Attempts(Handlers handlers, Settlement settlement, Claims claims, Latencies latencies, Clock clock) {
        this.handlers = handlers;
        this.settlement = settlement;
        this.claims = claims;
        this.latencies = latencies;
        this.clock = clock;
    }

    /** Performs, and settles or postpones. A bug in a handler is an attempt that failed, not the end of a worker. */
    void attempt(Claim claim) {
        try {
            Optional<EffectHandler> handler = handlers.of(claim.command().step());
            if (handler.isEmpty()) {
                settlement.settle(claim, needsPerson("no-handler"), null);
            } else if (claim.unexpected() >= UNEXPECTED_LIMIT) {
                giveUp(claim, handler.get());
            } else {
                perform(claim, handler.get());
            }
        } finally {
            claims.ended(claim);
        }
    }

    private void perform(Claim claim, EffectHandler handler) {
        try {
            Instant start = clock.instant();
            Outcome outcome = claim.queue().stage() == Stage.VERIFY
                    ? handler.verify(claim.command())
                    : handler.perform(claim.command());
            latencies.took(claim.queue(), Duration.between(start, clock.instant()));
            settlement.conclude(claim, outcome, handler);
        } catch (RuntimeException bug) {
            // The type only: an exception nobody expected may carry a secret in its message.
            LOG.error("Step {} failed with {}", handler.step(), bug.getClass().getName());
            settlement.unexpected(claim);
        }
    }

    private void giveUp(Claim claim, EffectHandler handler) {
        try {
            settlement.settle(claim, needsPerson("unexpected"), handler);
        } catch (RuntimeException bug) {
            LOG.error(
                    "Step {} could not record its outcome: {}",
                    claim.command().step(),
                    bug.getClass().getName());
            settlement.settle(claim, needsPerson("unexpected"), null);
        }
    }

    private static Outcome needsPerson(String why) {
        return Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", why));
    }
}
