package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one target: one that dispatches, and the workers. */
final class LaneThreads {

    private static final Logger LOG = LoggerFactory.getLogger(LaneThreads.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);

    private final ExecutorService dispatching;
    private final ExecutorService workers;
    private final Dispatcher dispatcher;

    LaneThreads(Target target, Lane lane, Attempts attempts, OutboxProperties properties) {
        String name = "outbox-" + target.name().toLowerCase(Locale.ROOT);
        int count = properties.workersOf(target);
        this.dispatching = Executors.newSingleThreadExecutor(named(name + "-dispatcher"));
        this.workers = Executors.newFixedThreadPool(count, named(name));
        this.dispatcher = new Dispatcher(lane, attempts, properties.poll(), workers, count);
    }

    void start() {
        dispatching.execute(dispatcher);
    }

    /** Takes nothing more. */
    void stop() {
        dispatcher.stop();
        dispatching.shutdown();
    }

    /** Waits for the dispatcher first, so that nothing is claimed that no worker will take. */
    void awaitEnd() {
        end(dispatching);
        end(workers);
    }

    static void end(ExecutorService stopping) {
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Commands are still being performed; they are tried again after the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
