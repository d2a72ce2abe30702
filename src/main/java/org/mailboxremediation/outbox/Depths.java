package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many commands are served before one. A newcomer is behind all that are as urgent: that is counted once a second, so
 * that ten thousand reports do not count ten thousand commands each.
 */
@Component
final class Depths {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final CommandTable table;
    private final Clock clock;
    private final Map<Set<String>, Depth> counted = new ConcurrentHashMap<>();

    Depths(CommandTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Those of the queues that are more urgent, or older and as urgent. */
    int before(Entry entry, Set<String> queues) {
        Depth depth = depth(queues);
        boolean newcomer = entry.command().createdAt().isAfter(depth.at());
        return newcomer ? depth.atLeast(entry.command().priority()) : table.before(entry, queues);
    }

    /** All that wait in the queues. */
    int all(Set<String> queues) {
        return depth(queues).atLeast(Integer.MIN_VALUE);
    }

    private Depth depth(Set<String> queues) {
        Instant now = clock.instant();
        return counted.compute(
                queues,
                (key, known) -> known == null || !now.isBefore(known.at().plus(FRESH))
                        ? new Depth(now, table.byPriority(key))
                        : known);
    }

    private record Depth(Instant at, Map<Integer, Integer> byPriority) {

        int atLeast(int priority) {
            return byPriority.entrySet().stream()
                    .filter(some -> some.getKey() >= priority)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }
}
