package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Works the queue: from the moment the application is ready until it closes, or on demand in a test. */
@Component
public final class OutboxWorker implements SmartLifecycle {

    private final Lanes lanes;
    private final Attempts attempts;
    private final Unserved unserved;
    private final Sweep sweep;
    private final WorkerThreads threads;
    private final OutboxProperties properties;

    OutboxWorker(
            Lanes lanes,
            Attempts attempts,
            Unserved unserved,
            Sweep sweep,
            WorkerThreads threads,
            OutboxProperties properties) {
        this.lanes = lanes;
        this.attempts = attempts;
        this.unserved = unserved;
        this.sweep = sweep;
        this.threads = threads;
        this.properties = properties;
    }

    /**
     * Performs everything that is due, in the calling thread, and signals what nobody heard. For tests, with
     * {@code remediation.outbox.enabled=false}.
     *
     * @return how many attempts were made
     */
    public int drain() {
        int made = unserved.settle();
        lanes.forget();
        for (Optional<Work> work = lanes.next(); work.isPresent(); work = lanes.next()) {
            attempts.work(work.get());
            made += work.get().claims().size();
        }
        sweep.sweep(Duration.ZERO);
        return made;
    }

    /** Starts the threads: not before this, because handlers may need the application's own ports. */
    @EventListener(ApplicationReadyEvent.class)
    public synchronized void applicationReady() {
        if (properties.enabled() && !threads.isRunning()) {
            threads.start();
        }
    }

    @Override
    public void start() {
        // Started by the event: the application is not ready when beans are started.
    }

    /** Takes no more commands, and waits for those being performed. */
    @Override
    public synchronized void stop() {
        threads.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return threads.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
