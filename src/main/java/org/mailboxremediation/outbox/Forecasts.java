package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Foretells when a command settles, anew on each question. */
@Component
public final class Forecasts {

    private final Depths depths;
    private final Handlers handlers;
    private final Pacing pacing;
    private final Latencies latencies;
    private final OutboxProperties properties;
    private final Clock clock;

    Forecasts(
            Depths depths,
            Handlers handlers,
            Pacing pacing,
            Latencies latencies,
            OutboxProperties properties,
            Clock clock) {
        this.depths = depths;
        this.handlers = handlers;
        this.pacing = pacing;
        this.latencies = latencies;
        this.properties = properties;
        this.clock = clock;
    }

    /** The forecast; empty once the command is settled. */
    public Optional<Forecast> of(Entry entry) {
        if (entry.state().isSettled()) {
            return Optional.empty();
        }
        QueueKey effect = QueueKey.effect(entry.command().step());
        QueueKey verify = QueueKey.verify(entry.command().step());
        boolean accepted = entry.state() == CommandState.SENT && entry.acceptedAt() != null;
        int position = depths.before(entry, names(accepted ? verify : effect)) + 1;
        Duration wait = accepted
                ? settling(verify, position)
                : settling(effect, position).plus(verifying(verify, effect, position));
        return Optional.of(new Forecast(position, wholeSecond(start(entry).plus(wait))));
    }

    /**
     * How long the provider's budget makes the last of {@code more} effects wait that are owed now behind all of the same
     * step; zero without a limit.
     */
    public Duration untilTurn(String step, int more) {
        QueueKey queue = QueueKey.effect(step);
        return pacing.untilTurn(handlers.demand(queue), depths.all(Set.of(queue.text())) + more);
    }

    private Instant start(Entry entry) {
        Instant now = clock.instant();
        return entry.notBefore().isAfter(now) ? entry.notBefore() : now;
    }

    /** What the budget allows, or what the workers can do: whichever is later. */
    private Duration settling(QueueKey queue, int position) {
        Duration budget = pacing.untilTurn(handlers.demand(queue), position);
        Duration work = working(queue, position);
        return budget.compareTo(work) > 0 ? budget : work;
    }

    /** Verifications follow at once where budget is what everybody waits for, and behind all effects otherwise. */
    private Duration verifying(QueueKey verify, QueueKey effect, int position) {
        if (!handlers.demands().containsKey(verify)) {
            return Duration.ZERO;
        }
        boolean atOnce = pacing.untilTurn(handlers.demand(effect), position).compareTo(working(effect, position)) > 0;
        return atOnce ? working(verify, 1) : settling(verify, position);
    }

    private Duration working(QueueKey queue, int position) {
        int workers = properties.workersOf(handlers.demand(queue).target());
        return latencies.of(queue).multipliedBy((position + workers - 1) / workers);
    }

    /** All queues whose commands wait for the same workers at the same stage. */
    private Set<String> names(QueueKey queue) {
        Target target = handlers.demand(queue).target();
        Set<String> names = new HashSet<>(Set.of(queue.text()));
        handlers.demands().entrySet().stream()
                .filter(other -> other.getKey().stage() == queue.stage()
                        && other.getValue().target() == target)
                .map(Map.Entry::getKey)
                .map(QueueKey::text)
                .forEach(names::add);
        return names;
    }

    private static Instant wholeSecond(Instant time) {
        return time.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }
}
