package org.mailboxremediation.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How long the attempts of each queue took of late: a moving average, in memory only. */
@Component
final class Latencies {

    private static final Duration UNKNOWN = Duration.ofSeconds(1);
    private static final int SMOOTHING = 8;

    private final Map<QueueKey, Duration> average = new ConcurrentHashMap<>();

    void took(QueueKey queue, Duration time) {
        average.merge(
                queue, time, (before, now) -> before.plus(now.minus(before).dividedBy(SMOOTHING)));
    }

    Duration of(QueueKey queue) {
        return average.getOrDefault(queue, UNKNOWN);
    }
}
