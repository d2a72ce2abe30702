package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that work the queue: one that dispatches, one that sweeps, and the workers. */
final class OutboxThreads {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxThreads.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);

    private final ExecutorService dispatching = Executors.newSingleThreadExecutor(named("outbox-dispatcher"));
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(named("outbox-sweep"));
    private final ExecutorService workers;
    private final Dispatcher dispatcher;
    private Optional<Future<?>> sweeping = Optional.empty();

    OutboxThreads(int count, Function<ExecutorService, Dispatcher> making) {
        this.workers = Executors.newFixedThreadPool(count, named("outbox-worker"));
        this.dispatcher = making.apply(workers);
    }

    void start(Sweep sweep) {
        dispatching.execute(dispatcher);
        long every = SWEEP_EVERY.toMillis();
        sweeping = Optional.of(sweeper.scheduleWithFixedDelay(() -> sweep(sweep), every, every, TimeUnit.MILLISECONDS));
    }

    /** The dispatcher first, so that nothing is claimed that no worker will take. */
    void stop() {
        dispatcher.stop();
        sweeping.ifPresent(rounds -> rounds.cancel(false));
        end(dispatching);
        end(sweeper);
        end(workers);
    }

    private static void sweep(Sweep sweep) {
        try {
            sweep.sweep(SWEEP_EVERY);
        } catch (RuntimeException failure) {
            LOG.error("The sweep failed: {}", failure.getClass().getName());
        }
    }

    private static void end(ExecutorService stopping) {
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Commands are still being performed; they are tried again after the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
