package org.mailboxremediation.webapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a form that is answered with a sentence for the person instead of what was asked for. */
final class CallRefused extends RuntimeException {

    private final int status;
    private final transient List<String> reasons;

    CallRefused(int status, @Nullable String sentence) {
        this(status, sentence, List.of());
    }

    CallRefused(int status, @Nullable String sentence, List<String> reasons) {
        super(sentence, null, false, false);
        this.status = status;
        this.reasons = List.copyOf(reasons);
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** What stands in the way, a sentence each; empty where the message says it all. */
    List<String> reasons() {
        return reasons;
    }
}
