package org.mailboxremediation.outbox;

/**
 * An attempt that was made, and what came of it.
 *
 * @param handler who made it
 */
record Attempted(Claim claim, Outcome outcome, EffectHandler handler) {

    /** Whether something is written of it that others wait for: it is settled, or accepted and to be verified. */
    boolean isFact() {
        return outcome.state().isSettled() || outcome.state() == Outcome.State.ACCEPTED;
    }
}
