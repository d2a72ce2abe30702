package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All threads that work the queue: those of each lane, and those that keep the queue in order. */
@Component
final class WorkerThreads {

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration UNSERVED_EVERY = Duration.ofMinutes(1);
    private static final int EXTENSIONS_A_CLAIM = 4;

    private final Lanes lanes;
    private final Attempts attempts;
    private final Recorder recorder;
    private final Teller teller;
    private final Sweep sweep;
    private final Unserved unserved;
    private final InFlight inFlight;
    private final OutboxProperties properties;
    private final List<LaneThreads> started = new ArrayList<>();
    private Rounds rounds = new Rounds();

    WorkerThreads(
            Lanes lanes,
            Attempts attempts,
            Recorder recorder,
            Teller teller,
            Sweep sweep,
            Unserved unserved,
            InFlight inFlight,
            OutboxProperties properties) {
        this.lanes = lanes;
        this.attempts = attempts;
        this.recorder = recorder;
        this.teller = teller;
        this.sweep = sweep;
        this.unserved = unserved;
        this.inFlight = inFlight;
        this.properties = properties;
    }

    synchronized void start() {
        lanes.byTarget().forEach((target, lane) -> started.add(new LaneThreads(target, lane, attempts, properties)));
        recorder.start();
        teller.start();
        rounds = new Rounds();
        rounds.every(SWEEP_EVERY, "sweep", () -> sweep.sweep(SWEEP_EVERY));
        rounds.every(UNSERVED_EVERY, "unserved", unserved::settle);
        rounds.every(properties.claimFor().dividedBy(EXTENSIONS_A_CLAIM), "extension", inFlight::extend);
        started.forEach(LaneThreads::start);
    }

    synchronized boolean isRunning() {
        return !started.isEmpty();
    }

    /** The extensions last, because they keep the claims of what is still being performed. */
    synchronized void stop() {
        started.forEach(LaneThreads::stop);
        started.forEach(LaneThreads::awaitEnd);
        recorder.stop();
        teller.stop();
        rounds.stop();
        started.clear();
    }
}
