package org.mailboxremediation.outbox;

/** Performs one kind of outside effect. Each feature brings its own; they are found by {@link #step()}. */
public interface EffectHandler {

    /** The step this handler serves, unique among handlers: UPPER_SNAKE. */
    String step();

    /**
     * Does the effect and checks it. Runs outside any transaction and may open short ones of its own; must be safe to
     * repeat, because a kill may come at any point (promise P9).
     *
     * @return how it ended and how that is known; {@link Outcome#retry} for a passing failure
     */
    Outcome perform(Command command);

    /** Writes the outcome's facts and events, in the transaction that settles the command. Not called for a retry. */
    void record(Command command, Outcome outcome);
}
