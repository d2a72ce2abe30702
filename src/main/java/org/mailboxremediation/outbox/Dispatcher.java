package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the workers of one lane until it is stopped. Never by an interrupt: that would close the database file under H2.
 */
final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Lane lane;
    private final Consumer<Work> attempt;
    private final Duration poll;
    private final ExecutorService workers;
    private final Semaphore free;
    private volatile boolean stopped;

    Dispatcher(Lane lane, Consumer<Work> attempt, Duration poll, ExecutorService workers, int count) {
        this.lane = lane;
        this.attempt = attempt;
        this.poll = poll;
        this.workers = workers;
        this.free = new Semaphore(count);
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                dispatchAll();
                lane.bell().await(lane.idleAtMost(poll));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it end after the command it is at. */
    void stop() {
        stopped = true;
        lane.bell().workerFree();
    }

    private void dispatchAll() {
        try {
            while (!stopped && dispatchSome()) {
                LOG.trace("Commands were handed to workers");
            }
        } catch (RuntimeException failure) {
            LOG.error("The queue cannot be read: {}", failure.getClass().getName());
        }
    }

    /** Claims only what workers are free to perform at once. */
    private boolean dispatchSome() {
        int count = free.drainPermits();
        if (count == 0) {
            return false;
        }
        List<Work> works = List.of();
        try {
            works = lane.next(count);
            works.forEach(work -> workers.execute(() -> perform(work)));
        } finally {
            free.release(count - works.size());
        }
        return !works.isEmpty();
    }

    private void perform(Work work) {
        try {
            attempt.accept(work);
        } catch (RuntimeException failure) {
            // The claim runs out, and the command is tried again: nothing is lost with the database away.
            LOG.error("An outcome was not recorded: {}", failure.getClass().getName());
        } finally {
            free.release();
            lane.bell().workerFree();
        }
    }
}
