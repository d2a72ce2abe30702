package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Map;

/**
 * How an attempt at an outside effect ended (promise P4).
 *
 * @param state what is known now
 * @param details how it is known, and what a person needs: short fixed texts and ids, never a secret or foreign text
 * @param retryAfter for {@link State#RETRY} and {@link State#REPEAT}, how long to wait at least; zero otherwise
 */
public record Outcome(State state, Map<String, String> details, Duration retryAfter) {

    private static final String BUDGET = "budget";

    /** What an attempt can come to. */
    public enum State {
        /** Done, and seen to be done. */
        VERIFIED,
        /** Checked, and not so. */
        REFUTED,
        /** Done as far as the provider says; no check was possible. */
        UNVERIFIABLE,
        /** Cannot be done by the machine: a person must. */
        NEEDS_PERSON,
        /** Not settled: the effect was accepted, and is to be verified. */
        ACCEPTED,
        /** Not settled: a passing failure, and the same attempt is made again. */
        RETRY,
        /** Not settled: seen not to have taken, and the effect is done again. */
        REPEAT;

        /** Whether nothing more will be tried. */
        public boolean isSettled() {
            return this != ACCEPTED && this != RETRY && this != REPEAT;
        }
    }

    public Outcome {
        details = Map.copyOf(details);
        if (retryAfter.isNegative() || (!waits(state) && !retryAfter.isZero())) {
            throw new IllegalArgumentException("only another try waits, and never a negative time");
        }
    }

    /** A settled outcome. */
    public static Outcome of(State state, Map<String, String> details) {
        return new Outcome(state, details, Duration.ZERO);
    }

    /** Not settled: the provider took the effect; whether it has taken is looked at next. */
    public static Outcome accepted() {
        return of(State.ACCEPTED, Map.of());
    }

    /** Not settled: try again after {@code wait}. {@code why} is a fixed text that a person may read. */
    public static Outcome retry(Duration wait, String why) {
        return new Outcome(State.RETRY, Map.of("why", why), wait);
    }

    /** Not settled: the effect was seen not to have taken, and is done again after {@code wait}. */
    public static Outcome repeat(Duration wait, String why) {
        return new Outcome(State.REPEAT, Map.of("why", why), wait);
    }

    /** Not settled, and not failing either: the provider's request budget is spent for {@code wait}. */
    public static Outcome waitForBudget(Duration wait) {
        return retry(wait, BUDGET);
    }

    private static boolean waits(State state) {
        return state == State.RETRY || state == State.REPEAT;
    }

    /** Whether it only waits its turn; such waiting never counts as failing. */
    boolean isBudget() {
        return state == State.RETRY && BUDGET.equals(details.get("why"));
    }
}
