package org.mailboxremediation.app.walk;

import java.time.Duration;
import java.util.function.Predicate;
import org.mailboxremediation.sandbox.SandboxProcess;
import org.mailboxremediation.sandbox.fault.FaultRule;
import org.mailboxremediation.sandbox.fault.Trouble;
import org.mailboxremediation.sandbox.fault.Trouble.Kind;

/**
 * A step of a case that is held at a point: its call is, or the one that verifies it.
 *
 * @param step its name
 * @param point where it is held
 * @param call the provider call that is its effect
 * @param target whom the call is on
 * @param before how often the call had come in before
 * @param journey the case
 * @param settled whether the case knows the step's outcome
 */
record HeldStep(
        String step,
        KillPoint point,
        String call,
        String target,
        int before,
        Journey journey,
        Predicate<Journey> settled) {

    private static final Duration LONG = Duration.ofMinutes(30);

    /** The rule by which that call never has an effect nor an answer. */
    static FaultRule never(String call, String target) {
        return FaultRule.once(call, target, Trouble.of(Kind.NO_ANSWER, LONG));
    }

    /** The rule by which that call has its effect and no answer. */
    static FaultRule unanswered(String call, String target) {
        return FaultRule.once(call, target, Trouble.of(Kind.LATE_REPLY, LONG));
    }

    /** How many more calls came in than the step needs. */
    int extraCalls(SandboxProcess sandbox) {
        return sandbox.received(call, target) - before - 1;
    }

    boolean isSettled() {
        return settled.test(journey);
    }

    HeldStep with(People people) {
        return new HeldStep(step, point, call, target, before, journey.with(people), settled);
    }

    @Override
    public String toString() {
        return step + " " + point;
    }
}
