package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the commands of a step that are performed together gather for a while behind those that went before them. The first
 * for a while goes at once.
 */
final class Gathering {

    private final Handlers handlers;
    private final Map<QueueKey, Instant> until = new ConcurrentHashMap<>();

    Gathering(Handlers handlers) {
        this.handlers = handlers;
    }

    /** How many of the queue's commands are performed together at most. */
    int atMost(QueueKey queue) {
        return handlers.group(queue).atMost();
    }

    boolean isOpen(QueueKey queue, Instant now) {
        Instant end = until.get(queue);
        return end == null || !now.isBefore(end);
    }

    /** These go to a worker. Where they are as many as may be, nothing is won by waiting for more. */
    void chosen(Choice choice, Instant now) {
        Group group = handlers.group(choice.queue());
        if (choice.gathered() && choice.ids().size() < group.atMost()) {
            until.put(choice.queue(), now.plus(group.gather()));
        }
    }

    /** How long the dispatcher may sleep, if it may not sleep longer than that anyhow. */
    Duration idleAtMost(Duration otherwise, Instant now) {
        return until.values().stream()
                .filter(now::isBefore)
                .map(end -> Duration.between(now, end))
                .reduce(otherwise, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    /** Lets everything go on at once. */
    void end() {
        until.clear();
    }
}
