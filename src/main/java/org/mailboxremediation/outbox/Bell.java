package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wakes a dispatcher, so that a command need not wait for the next poll. */
final class Bell {

    private final Semaphore rung = new Semaphore(0);
    private final AtomicBoolean news = new AtomicBoolean();

    /** Says that a command was committed. */
    void newCommand() {
        news.set(true);
        rung.release();
    }

    /** Says that a worker has nothing to do. */
    void workerFree() {
        rung.release();
    }

    /** Whether commands were committed since the last call. */
    boolean takeNews() {
        return news.getAndSet(false);
    }

    /** Waits for a ring, at most this long; rings before the call count. */
    boolean await(Duration atMost) throws InterruptedException {
        boolean heard = rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        rung.drainPermits();
        return heard;
    }
}
