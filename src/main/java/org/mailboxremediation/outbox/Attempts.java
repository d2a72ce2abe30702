package org.mailboxremediation.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one attempt at a claimed command, whatever comes of it. */
@Component
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final int UNEXPECTED_LIMIT = 5;

    private final Map<String, EffectHandler> handlers = new HashMap<>();
    private final Settlement settlement;

    Attempts(List<EffectHandler> handlers, Settlement settlement) {
        this.settlement = settlement;
        for (EffectHandler handler : handlers) {
            if (this.handlers.put(handler.step(), handler) != null) {
                throw new IllegalStateException("two handlers serve the step " + handler.step());
            }
        }
    }

    /** Performs, and settles or postpones. A bug in a handler is an attempt that failed, not the end of a worker. */
    void attempt(Claim claim) {
        EffectHandler handler = handlers.get(claim.command().step());
        if (handler == null) {
            settlement.settle(claim, needsPerson("no-handler"), null);
        } else if (claim.unexpected() >= UNEXPECTED_LIMIT) {
            giveUp(claim, handler);
        } else {
            perform(claim, handler);
        }
    }

    private void perform(Claim claim, EffectHandler handler) {
        try {
            Outcome outcome = handler.perform(claim.command());
            settlement.conclude(claim, outcome, handler);
        } catch (RuntimeException bug) {
            // The type only: an exception nobody expected may carry a secret in its message.
            LOG.error("Step {} failed with {}", handler.step(), bug.getClass().getName());
            settlement.unexpected(claim);
        }
    }

    private void giveUp(Claim claim, @Nullable EffectHandler handler) {
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
