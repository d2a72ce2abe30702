package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Comparator;

/**
 * A command with the outcome it settled on.
 *
 * @param command what was owed
 * @param outcome how it ended; never a retry
 * @param at when the outcome was recorded
 */
public record Settled(Command command, Outcome outcome, Instant at) {

    /** The first settled first. */
    static final Comparator<Settled> ORDER = Comparator.comparing(Settled::at)
            .thenComparing(settled -> settled.command().id());
}
