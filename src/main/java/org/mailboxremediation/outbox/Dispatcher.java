package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the workers of one lane until it is stopped. Never by an interrupt: that would close the database file under H2.
 */
final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Lane lane;
    private final Attempts attempts;
    private final Duration poll;
    private final ExecutorService workers;
    private final Room room;
    private volatile boolean stopped;

    Dispatcher(Lane lane, Attempts attempts, Duration poll, ExecutorService workers, int count) {
        this.lane = lane;
        this.attempts = attempts;
        this.poll = poll;
        this.workers = workers;
        this.room = new Room(count);
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

    /** Claims only what workers perform at once, or very soon. */
    private boolean dispatchSome() {
        Room.Taken taken = room.take();
        List<Work> works = List.of();
        try {
            if (taken.all() > 0) {
                works = lane.next(taken);
                attempts.prepare(works).forEach(work -> workers.execute(() -> perform(work)));
            }
        } finally {
            room.giveBack(taken.all() - works.size());
        }
        return !works.isEmpty();
    }

    private void perform(Work work) {
        try {
            attempts.work(work);
        } catch (RuntimeException failure) {
            // The claim runs out, and the command is tried again: nothing is lost with the database away.
            LOG.error("An outcome was not recorded: {}", failure.getClass().getName());
        } finally {
            room.giveBack(1);
            lane.bell().workerFree();
        }
    }
}
