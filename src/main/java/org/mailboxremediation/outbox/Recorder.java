package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down what attempts came to, on threads of its own and many in a transaction where many came: workers go on to the
 * next effect meanwhile (ADR 27). Each keeps its claim until it is written.
 */
@Component
final class Recorder {

    /** Two, so that a case which somebody is busy with holds up half of the others at most. */
    private static final int THREADS = 2;
    /** How many are written in a transaction at most. */
    private static final int TOGETHER = 50;
    /** A database that is slow slows the workers down, for what they did must be known soon. */
    private static final int WAITING = 200;
    /** Where many come, more of them are let come before a transaction begins: less than anybody notices. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final Settlement settlement;
    private final Claims claims;
    private final BlockingQueue<Attempted> waiting = new LinkedBlockingQueue<>(WAITING);
    private volatile List<ExecutorService> running = List.of();

    Recorder(Settlement settlement, Claims claims) {
        this.settlement = settlement;
        this.claims = claims;
    }

    /** Writes it soon; in the caller's thread where no thread runs, and where nobody waits for what is written. */
    void record(Attempted attempted) {
        if (running.isEmpty() || !attempted.isFact()) {
            recordNow(attempted);
            return;
        }
        try {
            waiting.put(attempted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            recordNow(attempted);
        }
    }

    /** Writes what was performed together, in the caller's thread: so many must not come before a lock-out's. */
    void recordAll(List<Attempted> many) {
        List<Attempted> facts = many.stream().filter(Attempted::isFact).toList();
        for (int from = 0; from < facts.size(); from += TOGETHER) {
            recordTogether(facts.subList(from, Math.min(from + TOGETHER, facts.size())));
        }
        many.stream().filter(one -> !one.isFact()).forEach(this::recordNow);
    }

    void start() {
        List<ExecutorService> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            threads.add(Executors.newSingleThreadExecutor(LaneThreads.named("outbox-recorder-" + thread)));
        }
        running = threads;
        threads.forEach(thread -> thread.execute(this::recordAll));
    }

    /** Once no worker is left: what they left is written. Never by an interrupt: that would close the file under H2. */
    void stop() {
        List<ExecutorService> stopped = running;
        running = List.of();
        stopped.forEach(LaneThreads::end);
    }

    private void recordAll() {
        try {
            int recorded = 1;
            while (recorded > 0 || !running.isEmpty()) {
                recorded = recordSome(recorded > 1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many were there to record. */
    private int recordSome(boolean manyCome) throws InterruptedException {
        Attempted first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        List<Attempted> some = new ArrayList<>(List.of(first));
        if (manyCome && waiting.size() < TOGETHER - 1) {
            LockSupport.parkNanos(GATHER.toNanos());
        }
        waiting.drainTo(some, TOGETHER - 1);
        if (some.size() == 1) {
            recordNow(first);
        } else {
            recordTogether(some);
        }
        return some.size();
    }

    private void recordTogether(List<Attempted> many) {
        try {
            settlement.writeAll(many);
        } catch (RuntimeException failure) {
            LOG.debug("Written one by one after {}", failure.getClass().getName());
            many.forEach(this::recordNow);
            return;
        }
        many.forEach(attempted -> claims.ended(attempted.claim()));
    }

    private void recordNow(Attempted attempted) {
        try {
            settlement.conclude(attempted);
        } catch (RuntimeException failure) {
            // The claim runs out, and the command is tried again: nothing is lost with the database away.
            LOG.error("An outcome was not recorded: {}", failure.getClass().getName());
        } finally {
            claims.ended(attempted.claim());
        }
    }
}
