package org.mailboxremediation.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of an activity, as history has it.
 *
 * @param activity element id in the model
 * @param to null while it runs
 * @param canceled whether it was interrupted
 */
record Passage(String activity, Instant from, @Nullable Instant to, boolean canceled) {

    boolean running() {
        return to == null;
    }

    boolean completed() {
        return to != null && !canceled;
    }
}
