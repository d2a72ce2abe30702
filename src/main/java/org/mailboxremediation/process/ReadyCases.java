package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Outbox;
import org.springframework.stereotype.Component;

/**
 * The cases without a procedure that can have one now. A procedure that starts with its first outcomes there costs half as
 * much as one that waits for each (ADR 28).
 */
@Component
final class ReadyCases {

    /** A report of its own starts its procedure itself. */
    static final Duration GRACE = Duration.ofSeconds(5);
    /** A case that waits longer than this waits for budget or for a provider: people's work need not. */
    static final Duration OUTCOMES_FIRST = Duration.ofMinutes(3);

    private static final int AT_MOST = 5_000;

    private final Incidents incidents;
    private final Outbox outbox;
    private final Clock clock;

    ReadyCases(Incidents incidents, Outbox outbox, Clock clock) {
        this.incidents = incidents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Their ids, the oldest first: those of which nothing is owed or under way, and those that waited long enough. */
    List<String> now() {
        Instant now = clock.instant();
        List<String> waiting = incidents.openWithoutProcess(now.minus(GRACE), AT_MOST);
        if (waiting.isEmpty()) {
            return waiting;
        }
        Set<String> busy = outbox.busyCases();
        incidents.openWithoutProcess(now.minus(OUTCOMES_FIRST), AT_MOST).forEach(busy::remove);
        return waiting.stream().filter(id -> !busy.contains(id)).toList();
    }
}
