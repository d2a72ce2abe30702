package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was seen to be due in the queues of a lane, so that not every command costs a look at the table. */
final class LookAhead {

    private static final int MORE = 64;

    private final ClaimTable table;
    private final Duration poll;
    private final Deque<Candidate> seen = new ArrayDeque<>();
    private final Set<QueueKey> read = new HashSet<>();
    private final Set<QueueKey> cut = new HashSet<>();
    private Instant readAt = Instant.EPOCH;

    LookAhead(ClaimTable table, Duration poll) {
        this.table = table;
        this.poll = poll;
    }

    /** Reads those queues that have news; all, unless what was seen is fresh and enough for so many workers and one more. */
    void read(Collection<QueueKey> queues, Instant now, int workers) {
        boolean enough = cut.isEmpty() || seen.size() > workers;
        if (!enough || !now.isBefore(readAt.plus(poll))) {
            forget();
            readAt = now;
        }
        List<Candidate> found = new ArrayList<>(seen);
        for (QueueKey queue : queues) {
            if (read.add(queue)) {
                List<Candidate> due = table.due(queue, now, workers + MORE);
                if (due.size() == workers + MORE) {
                    cut.add(queue);
                }
                found.addAll(due);
            }
        }
        found.sort(Candidate.ORDER);
        seen.clear();
        seen.addAll(found);
    }

    /** The next; null if none is seen. */
    @Nullable
    Candidate peek() {
        return seen.peekFirst();
    }

    /**
     * Takes the next, and those of its queue that may be performed together with it, as many at most.
     *
     * @return one alone, or those that are due together
     */
    Choice take(int atMost, Instant now) {
        Candidate first = seen.removeFirst();
        List<String> together = atMost == 1 ? List.of() : table.dueTogether(first.queue(), now, atMost);
        if (!together.contains(first.id())) {
            return new Choice(first.queue(), List.of(first.id()), false);
        }
        dropAll(first.queue());
        return new Choice(first.queue(), together, true);
    }

    /** Leaves the queue out until it is open again, or has news. */
    void dropAll(QueueKey queue) {
        seen.removeIf(candidate -> candidate.queue().equals(queue));
        read.remove(queue);
        cut.remove(queue);
    }

    void forget() {
        seen.clear();
        read.clear();
        cut.clear();
        readAt = Instant.EPOCH;
    }
}
