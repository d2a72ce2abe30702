package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The queues one of whose commands was told to wait for budget after all: the others would be told the same. */
@Component
final class HeldQueues {

    private final Map<QueueKey, Instant> until = new ConcurrentHashMap<>();

    void hold(QueueKey queue, Instant time) {
        until.merge(queue, time, (known, told) -> known.isAfter(told) ? told : known);
    }

    boolean isHeld(QueueKey queue, Instant now) {
        Instant time = until.get(queue);
        if (time != null && !time.isAfter(now)) {
            until.remove(queue, time);
        }
        return time != null && time.isAfter(now);
    }
}
