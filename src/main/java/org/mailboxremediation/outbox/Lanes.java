package org.mailboxremediation.outbox;

import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One lane for each target that somebody's commands wait for. */
@Component
final class Lanes {

    private final Map<Target, Lane> byTarget = new EnumMap<>(Target.class);

    Lanes(
            Handlers handlers,
            ClaimTable table,
            Turns turns,
            Claims claims,
            Bells bells,
            OutboxProperties properties,
            Clock clock) {
        Map<Target, Map<QueueKey, Demand>> demands = new EnumMap<>(Target.class);
        handlers.demands()
                .forEach((queue, demand) -> demands.computeIfAbsent(demand.target(), target -> new HashMap<>())
                        .put(queue, demand));
        demands.forEach((target, queues) -> {
            Lane lane = new Lane(queues, table, turns, claims, new Gathering(handlers), properties.poll(), clock);
            queues.keySet().forEach(queue -> bells.hang(queue, lane.bell()));
            byTarget.put(target, lane);
        });
    }

    Map<Target, Lane> byTarget() {
        return Collections.unmodifiableMap(byTarget);
    }

    /** Claims work of any lane for one worker, in the order of the targets; for a queue that is drained without threads. */
    Optional<Work> next() {
        for (Lane lane : byTarget.values()) {
            lane.hurry();
            List<Work> work = lane.next(new Room.Taken(1, 0));
            if (!work.isEmpty()) {
                return Optional.of(work.get(0));
            }
        }
        return Optional.empty();
    }

    /** Trusts nothing that was read before. */
    void forget() {
        byTarget.values().forEach(Lane::forget);
    }
}
