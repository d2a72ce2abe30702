package org.mailboxremediation.outbox;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds the workers until it is stopped. Never by an interrupt: that would close the database file under H2. */
final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Queue queue;
    private final Attempts attempts;
    private final Bell bell;
    private final OutboxProperties properties;
    private final ExecutorService workers;
    private final Semaphore free;
    private volatile boolean stopped;

    Dispatcher(Queue queue, Attempts attempts, Bell bell, OutboxProperties properties, ExecutorService workers) {
        this.queue = queue;
        this.attempts = attempts;
        this.bell = bell;
        this.properties = properties;
        this.workers = workers;
        this.free = new Semaphore(properties.workers());
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                dispatchAll();
                bell.await(properties.poll());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets it end after the command it is at. */
    void stop() {
        stopped = true;
        bell.workerFree();
    }

    private void dispatchAll() {
        try {
            while (!stopped && dispatchOne()) {
                LOG.trace("A command was handed to a worker");
            }
        } catch (RuntimeException failure) {
            LOG.error("The queue cannot be read: {}", failure.getClass().getName());
        }
    }

    /** Claims only what a worker is free to perform at once: a claim's time runs from here. */
    private boolean dispatchOne() {
        if (!free.tryAcquire()) {
            return false;
        }
        Optional<Claim> claim = Optional.empty();
        try {
            claim = queue.next();
            claim.ifPresent(taken -> workers.execute(() -> perform(taken)));
        } finally {
            if (claim.isEmpty()) {
                free.release();
            }
        }
        return claim.isPresent();
    }

    private void perform(Claim claim) {
        try {
            attempts.attempt(claim);
        } catch (RuntimeException failure) {
            // The claim runs out, and the command is tried again: nothing is lost with the database away.
            LOG.error("An outcome was not recorded: {}", failure.getClass().getName());
        } finally {
            free.release();
            bell.workerFree();
        }
    }
}
