package org.mailboxremediation.outbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Commands of one queue that one worker is to perform, before they are claimed.
 *
 * @param queue where they wait
 * @param ids one, or several that are performed together
 * @param gathered whether it is all that had gathered, and not one that goes by itself
 */
record Choice(QueueKey queue, List<String> ids, boolean gathered) {

    Choice {
        ids = List.copyOf(ids);
    }

    /** What is left of it, among the claims that were won. */
    Work among(Map<String, Claim> won) {
        return new Work(
                queue, ids.stream().map(won::get).filter(Objects::nonNull).toList());
    }
}
