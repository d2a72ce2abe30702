package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Map;

/**
 * How an attempt at an outside effect ended (promise P4).
 *
 * @param state what is known now
 * @param details how it is known, and what a person needs: short fixed texts and ids, never a secret or foreign text
 * @param retryAfter for {@link State#RETRY}, how long to wait at least; zero otherwise
 */
public record Outcome(State state, Map<String, String> details, Duration retryAfter) {

    private static final String BUDGET = "budget";

    /** What an attempt can come to. All but {@link #RETRY} settle the command. */
    public enum State {
        /** Done, and seen to be done. */
        VERIFIED,
        /** Checked, and not so. */
        REFUTED,
        /** Done as far as the provider says; no check was possible. */
        UNVERIFIABLE,
        /** Cannot be done by the machine: a person must. */
        NEEDS_PERSON,
        /** A passing failure: the same command is tried again. */
        RETRY
    }

    public Outcome {
        details = Map.copyOf(details);
        if (retryAfter.isNegative() || (state != State.RETRY && !retryAfter.isZero())) {
            throw new IllegalArgumentException("only a retry waits, and never a negative time");
        }
    }

    /** A settled outcome. */
    public static Outcome of(State state, Map<String, String> details) {
        return new Outcome(state, details, Duration.ZERO);
    }

    /** Not settled: try again after {@code wait}. {@code why} is a fixed text that a person may read. */
    public static Outcome retry(Duration wait, String why) {
        return new Outcome(State.RETRY, Map.of("why", why), wait);
    }

    /** Not settled, and not failing either: the provider's request budget is spent for {@code wait}. */
    public static Outcome waitForBudget(Duration wait) {
        return retry(wait, BUDGET);
    }

    /** Whether it only waits its turn; such waiting never counts as failing. */
    boolean isBudget() {
        return state == State.RETRY && BUDGET.equals(details.get("why"));
    }
}
