package org.mailboxremediation.process;

import java.util.List;

/** Why a password is not shown now. */
public final class RevealRefused extends RuntimeException {

    private final transient List<String> reasons;

    RevealRefused(String sentence, List<String> reasons) {
        super(sentence, null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    /** The guard's reasons; empty where the person, not the gate, is the reason. */
    public List<String> reasons() {
        return reasons;
    }
}
