package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Performs one kind of outside effect. Each feature brings its own; they are found by {@link #step()}.
 *
 * <p>A handler may do the effect and check it in one, or split the two: then {@link #perform} ends with
 * {@link Outcome#accepted()}, and {@link #verify} is called after it, at once where nothing more urgent waits.
 */
public interface EffectHandler {

    /** The step this handler serves, unique among handlers: UPPER_SNAKE. */
    String step();

    /** What {@link #perform} asks for: by default the provider's workers and no budget. */
    default Demand demand() {
        return Demand.on(Target.PROVIDER);
    }

    /** What {@link #verify} asks for; empty for a handler that has nothing to split. */
    default Optional<Demand> verifyDemand() {
        return Optional.empty();
    }

    /**
     * Does the effect. Runs outside any transaction and may open short ones of its own; must be safe to repeat, because a
     * kill may come at any point (promise P9).
     *
     * @return how it ended and how that is known; {@link Outcome#accepted()} to have it verified next;
     *     {@link Outcome#retry} for a passing failure
     */
    Outcome perform(Command command);

    /**
     * Reads at once what several commands need that were claimed together and are performed each for itself. Runs as
     * {@link #perform} does, but must not wait for anybody outside; where it throws, each is performed unprepared.
     *
     * @param commands two at least
     * @return performs one of them, as {@link #perform} would
     */
    default Function<Command, Outcome> prepare(List<Command> commands) {
        return this::perform;
    }

    /**
     * How many commands {@link #performTogether} takes at most; by default each is performed for itself. Only for a step that
     * asks for no budget and locks nobody out.
     */
    default int together() {
        return 1;
    }

    /** How long commands that come soon after others are left to gather, so that they are performed together. */
    default Duration gather() {
        return Duration.ZERO;
    }

    /**
     * Does the effects of several commands in one go, as {@link #perform} does each. Where it throws, all of them are tried
     * again one by one, so that one that cannot be performed holds up none of the others.
     *
     * @param commands two at least
     * @return how each ended, by the command's id; one that is left out is tried again by itself
     */
    default Map<String, Outcome> performTogether(List<Command> commands) {
        throw new IllegalStateException("the step " + step() + " performs each command for itself");
    }

    /**
     * Writes, in the transaction that notes their acceptance, the facts of effects that were accepted.
     *
     * @param since when each was first attempted: it took effect before its answer came, and an earlier attempt may have with
     *     its answer lost
     */
    default void accepted(Map<Command, Instant> since) {
        // Most effects are facts only once they were verified.
    }

    /**
     * Looks whether an accepted effect has taken. Runs as {@link #perform} does, and never on the same worker's word: the
     * process may have been restarted in between.
     *
     * @return how it ended and how that is known; {@link Outcome#repeat} to have the effect done again first
     */
    default Outcome verify(Command command) {
        throw new IllegalStateException("the step " + step() + " has nothing to verify apart");
    }

    /** Writes the outcome's facts and events, in the transaction that settles the command. Not called for a retry. */
    void record(Command command, Outcome outcome);
}
