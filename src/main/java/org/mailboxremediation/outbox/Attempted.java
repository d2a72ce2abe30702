package org.mailboxremediation.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that was made, and what came of it.
 *
 * @param handler who made it; null for a step that nobody serves
 */
record Attempted(Claim claim, Outcome outcome, @Nullable EffectHandler handler) {

    /** Whether something is written of it that others wait for: it is settled, or accepted and to be verified. */
    boolean isFact() {
        return outcome.state().isSettled() || outcome.state() == Outcome.State.ACCEPTED;
    }
}
