package org.mailboxremediation.sandbox.fault;

import java.util.random.RandomGenerator;

/** A rule with its counts. */
final class ActiveRule {

    private final FaultRule rule;
    private int seen;
    private int fired;

    ActiveRule(FaultRule rule) {
        this.rule = rule;
    }

    /** Whether this call fails by this rule; counts it. */
    synchronized boolean takes(String operation, String target, RandomGenerator random) {
        if (!rule.matches(operation, target) || isUsedUp()) {
            return false;
        }
        if (rule.probability() < 1 && random.nextDouble() >= rule.probability()) {
            return false;
        }
        seen++;
        if (seen <= rule.after()) {
            return false;
        }
        fired++;
        return true;
    }

    FaultRule rule() {
        return rule;
    }

    synchronized int fired() {
        return fired;
    }

    private boolean isUsedUp() {
        return rule.times() > 0 && fired >= rule.times();
    }
}
