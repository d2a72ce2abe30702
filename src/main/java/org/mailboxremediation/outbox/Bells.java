package org.mailboxremediation.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which bell to ring for which queue. */
@Component
final class Bells {

    private final Map<QueueKey, Bell> byQueue = new ConcurrentHashMap<>();

    void hang(QueueKey queue, Bell bell) {
        byQueue.put(queue, bell);
    }

    /** Says that a command is due in the queue. A queue that nobody serves is looked at now and then. */
    void ring(QueueKey queue) {
        Bell bell = byQueue.get(queue);
        if (bell != null) {
            bell.newCommand(queue);
        }
    }

    /** Has all lanes look again. */
    void ringAll() {
        byQueue.forEach((queue, bell) -> bell.newCommand(queue));
    }
}
