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

    private final Queue queue;
    private final Attempts attempts;
    private final Sweep sweep;
    private final Bell bell;
    private final OutboxProperties properties;
    private Optional<OutboxThreads> threads = Optional.empty();

    OutboxWorker(Queue queue, Attempts attempts, Sweep sweep, Bell bell, OutboxProperties properties) {
        this.queue = queue;
        this.attempts = attempts;
        this.sweep = sweep;
        this.bell = bell;
        this.properties = properties;
    }

    /**
     * Performs everything that is due, in the calling thread, and signals what nobody heard. For tests, with
     * {@code remediation.outbox.enabled=false}.
     *
     * @return how many attempts were made
     */
    public int drain() {
        int made = 0;
        for (Optional<Claim> claim = queue.next(); claim.isPresent(); claim = queue.next()) {
            attempts.attempt(claim.get());
            made++;
        }
        sweep.sweep(Duration.ZERO);
        return made;
    }

    /** Starts the threads: not before this, because handlers may need the application's own ports. */
    @EventListener(ApplicationReadyEvent.class)
    public synchronized void applicationReady() {
        if (properties.enabled() && threads.isEmpty()) {
            OutboxThreads started = new OutboxThreads(
                    properties.workers(), pool -> new Dispatcher(queue, attempts, bell, properties, pool));
            started.start(sweep);
            threads = Optional.of(started);
        }
    }

    @Override
    public void start() {
        // Started by the event: the application is not ready when beans are started.
    }

    /** Takes no more commands, and waits for those being performed. */
    @Override
    public synchronized void stop() {
        threads.ifPresent(OutboxThreads::stop);
        threads = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return threads.isPresent();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
