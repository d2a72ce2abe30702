package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a dispatcher, so that a command need not wait for the next poll. */
final class Bell {

    private final Semaphore rung = new Semaphore(0);
    private final Set<QueueKey> news = ConcurrentHashMap.newKeySet();

    /** Says that a command of the queue was committed. */
    void newCommand(QueueKey queue) {
        news.add(queue);
        rung.release();
    }

    /** Says that a worker has nothing to do. */
    void workerFree() {
        rung.release();
    }

    /** The queues in which commands were committed since the last call. */
    Set<QueueKey> takeNews() {
        Set<QueueKey> taken = new HashSet<>(news);
        news.removeAll(taken);
        return taken;
    }

    /** Waits for a ring, at most this long; rings before the call count. */
    boolean await(Duration atMost) throws InterruptedException {
        boolean heard = rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        rung.drainPermits();
        return heard;
    }
}
