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
    private boolean all;
    private Instant readAt = Instant.EPOCH;

    LookAhead(ClaimTable table, Duration poll) {
        this.table = table;
        this.poll = poll;
    }

    /** Reads the queues unless what was seen of them is fresh, and enough for so many workers and one more. */
    void read(Collection<QueueKey> queues, Instant now, int workers) {
        boolean enough = all || seen.size() > workers;
        boolean fresh = now.isBefore(readAt.plus(poll)) && read.containsAll(queues);
        if (enough && fresh) {
            return;
        }
        forget();
        readAt = now;
        all = true;
        List<Candidate> found = new ArrayList<>();
        for (QueueKey queue : queues) {
            List<Candidate> due = table.due(queue, now, workers + MORE);
            all = all && due.size() < workers + MORE;
            found.addAll(due);
        }
        found.sort(Candidate.ORDER);
        seen.addAll(found);
        read.addAll(queues);
    }

    /** The next; null if none is seen. */
    @Nullable
    Candidate peek() {
        return seen.peekFirst();
    }

    void drop() {
        seen.pollFirst();
    }

    /** Leaves the queue out until it is open again. */
    void dropAll(QueueKey queue) {
        seen.removeIf(candidate -> candidate.queue().equals(queue));
        read.remove(queue);
    }

    void forget() {
        seen.clear();
        read.clear();
        readAt = Instant.EPOCH;
        all = false;
    }
}
