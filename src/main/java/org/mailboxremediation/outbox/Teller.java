package org.mailboxremediation.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of what was settled on threads of its own, many at once where many came: workers go on to the next effect
 * meanwhile. What is not told when it stops is left to the sweep.
 */
@Component
final class Teller {

    /** Two, so that a case which somebody is busy with holds up half of the others at most. */
    private static final int THREADS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Signals signals;
    private final BlockingQueue<Settled> waiting = new LinkedBlockingQueue<>();
    private volatile List<ExecutorService> running = List.of();

    Teller(Signals signals) {
        this.signals = signals;
    }

    /** Tells soon; in the caller's thread where no thread runs, as in a queue that is drained by hand. */
    void tell(Settled settled) {
        if (running.isEmpty()) {
            signals.signal(settled);
        } else {
            waiting.add(settled);
        }
    }

    void start() {
        List<ExecutorService> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            threads.add(Executors.newSingleThreadExecutor(LaneThreads.named("outbox-teller-" + thread)));
        }
        running = threads;
        threads.forEach(thread -> thread.execute(this::tellAll));
    }

    /** Never by an interrupt: that would close the database file under H2. */
    void stop() {
        List<ExecutorService> stopped = running;
        running = List.of();
        stopped.forEach(LaneThreads::end);
    }

    private void tellAll() {
        try {
            while (!running.isEmpty()) {
                tellSome();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellSome() throws InterruptedException {
        Settled first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Settled> some = new ArrayList<>(List.of(first));
            waiting.drainTo(some, Signals.TOGETHER - 1);
            try {
                signals.signalAll(some);
            } catch (RuntimeException failure) {
                LOG.error(
                        "Outcomes are left to the sweep: {}", failure.getClass().getName());
            }
        }
    }
}
