package org.mailboxremediation.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which bell to ring for which queue. */
@Component
final class Bells {

    private final Map<String, Bell> byQueue = new ConcurrentHashMap<>();

    void hang(QueueKey queue, Bell bell) {
        byQueue.put(queue.text(), bell);
    }

    /** Says that a command is due in the queue. A queue that nobody serves is looked at now and then. */
    void ring(QueueKey queue) {
        Bell bell = byQueue.get(queue.text());
        if (bell != null) {
            bell.newCommand();
        }
    }

    /** Has all lanes look again. */
    void ringAll() {
        byQueue.values().stream().distinct().forEach(Bell::newCommand);
    }
}
