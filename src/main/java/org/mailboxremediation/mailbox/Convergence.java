package org.mailboxremediation.mailbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.springframework.stereotype.Component;

/**
 * Does an effect again that was seen not to have taken, three times in all: a provider may apply late. Counted in memory
 * only, since a restart may well cost some more tries.
 */
@Component
final class Convergence {

    private static final int TRIES = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Map<String, Integer> refuted = new ConcurrentHashMap<>();

    /** The outcome of the reading, or another try. */
    Outcome conclude(Command command, Reading reading) {
        return conclude(command, reading, reading.outcome());
    }

    /** The same, with {@code lastly} as the outcome once the tries are used up. */
    Outcome conclude(Command command, Reading reading, Outcome lastly) {
        if (reading.state() == Outcome.State.REFUTED && refuted.merge(command.id(), 1, Integer::sum) < TRIES) {
            return Outcome.repeat(BETWEEN, "REFUTED");
        }
        refuted.remove(command.id());
        return lastly;
    }
}
