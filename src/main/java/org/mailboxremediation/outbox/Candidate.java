package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Comparator;

/** A command that was seen to be due, before anybody has claimed it. */
record Candidate(String id, QueueKey queue, int priority, Instant createdAt) {

    /** The most urgent first, and then the oldest. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::priority)
            .reversed()
            .thenComparing(Candidate::createdAt)
            .thenComparing(Candidate::id);
}
