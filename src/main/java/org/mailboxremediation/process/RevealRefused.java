package org.mailboxremediation.process;

import java.util.List;

/** Why a password is not shown now. */
public final class RevealRefused extends RuntimeException {

    /** What stands in the way. */
    public enum Obstacle {
        /** The restore guard says no. */
        GATE_SHUT,
        /** The person does not hold the hand-over task, or is no administrator. */
        NOT_ENTITLED
    }

    private final Obstacle obstacle;
    private final transient List<String> reasons;

    RevealRefused(Obstacle obstacle, String sentence, List<String> reasons) {
        super(sentence, null, false, false);
        this.obstacle = obstacle;
        this.reasons = List.copyOf(reasons);
    }

    /** What stands in the way. */
    public Obstacle obstacle() {
        return obstacle;
    }

    /** The guard's reasons; empty where the person, not the gate, is the reason. */
    public List<String> reasons() {
        return reasons;
    }
}
