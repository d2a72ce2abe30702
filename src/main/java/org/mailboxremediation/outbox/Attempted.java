package org.mailboxremediation.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was made, and what came of it.
 *
 * @param handler who made it; null for a step that nobody serves
 * @param at when it ended
 */
record Attempted(Claim claim, Outcome outcome, @Nullable EffectHandler handler, Instant at) {

    /** The same, left to a person. */
    Attempted needsPerson() {
        return new Attempted(claim, Outcome.of(Outcome.State.NEEDS_PERSON, outcome.details()), handler, at);
    }

    /** Whether something is written of it that others wait for: it is settled, or accepted and to be verified. */
    boolean isFact() {
        return outcome.state().isSettled() || outcome.state() == Outcome.State.ACCEPTED;
    }
}
