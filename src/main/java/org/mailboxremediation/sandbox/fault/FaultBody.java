package org.mailboxremediation.sandbox.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rule as it is sent: what is left out has its usual value. */
record FaultBody(
        @Nullable String operation,
        @Nullable String target,
        @Nullable Integer after,
        @Nullable Integer times,
        @Nullable Double probability,
        Trouble.@Nullable Kind kind,
        @Nullable Integer number,
        @Nullable Duration time,
        @Nullable String text) {

    /**
     * The rule.
     *
     * @throws IllegalArgumentException saying what is missing or out of range
     */
    FaultRule rule() {
        if (kind == null) {
            throw new IllegalArgumentException("kind must be given");
        }
        Trouble trouble = new Trouble(kind, or(number, 0), or(time, Duration.ZERO), or(text, ""));
        return new FaultRule(
                or(operation, "*"), or(target, "*"), or(after, 0), or(times, 1), or(probability, 1d), trouble);
    }

    static FaultBody of(FaultRule rule) {
        Trouble trouble = rule.trouble();
        return new FaultBody(
                rule.operation(),
                rule.target(),
                rule.after(),
                rule.times(),
                rule.probability(),
                trouble.kind(),
                trouble.number(),
                trouble.time(),
                trouble.text());
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }
}
