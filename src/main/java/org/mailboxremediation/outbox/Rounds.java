package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done again and again beside the lanes, on a thread for each, so that a slow round delays none but itself. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<ScheduledExecutorService> threads = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();

    void every(Duration time, String name, Runnable round) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(LaneThreads.named("outbox-" + name));
        threads.add(thread);
        long millis = time.toMillis();
        running.add(thread.scheduleWithFixedDelay(() -> run(name, round), millis, millis, TimeUnit.MILLISECONDS));
    }

    void stop() {
        running.forEach(round -> round.cancel(false));
        threads.forEach(LaneThreads::end);
    }

    private static void run(String name, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failure) {
            LOG.error("The outbox's {} failed: {}", name, failure.getClass().getName());
        }
    }
}
