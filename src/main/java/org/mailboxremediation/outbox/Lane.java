package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queues of one target: decides what the target's workers attempt next, the most urgent and then the oldest first. */
final class Lane {

    private final Map<QueueKey, Demand> demands;
    private final LookAhead ahead;
    private final Turns turns;
    private final Claims claims;
    private final Bell bell;
    private final Clock clock;

    Lane(Map<QueueKey, Demand> demands, ClaimTable table, Turns turns, Claims claims, Duration poll, Clock clock) {
        this.demands = demands;
        this.ahead = new LookAhead(table, poll);
        this.turns = turns;
        this.claims = claims;
        this.bell = new Bell();
        this.clock = clock;
    }

    Bell bell() {
        return bell;
    }

    /** Claims what is due, as many at most; empty if there is nothing, or nothing that may be attempted now. */
    synchronized List<Claim> next(int atMost) {
        Instant now = clock.instant();
        bell.takeNews().forEach(ahead::dropAll);
        List<Claim> won = List.of();
        boolean lost = true;
        while (lost) {
            ahead.read(open(now), now, atMost);
            Map<QueueKey, List<String>> chosen = choose(atMost, now);
            won = claim(chosen, now);
            lost = won.isEmpty() && !chosen.isEmpty();
            if (lost) {
                ahead.forget();
            }
        }
        sayWhatWaits(now);
        return won;
    }

    /** Trusts nothing that was read before. */
    synchronized void forget() {
        ahead.forget();
    }

    /** How long a dispatcher may sleep when nothing rings: until there is budget again, and no longer than {@code poll}. */
    Duration idleAtMost(Duration poll) {
        return demands.values().stream()
                .map(turns::untilBudget)
                .filter(wait -> !wait.isZero())
                .reduce(poll, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    private List<QueueKey> open(Instant now) {
        return demands.entrySet().stream()
                .filter(queue -> turns.isOpen(queue.getKey(), queue.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<QueueKey, List<String>> choose(int atMost, Instant now) {
        Map<QueueKey, List<String>> chosen = new LinkedHashMap<>();
        int count = 0;
        for (Candidate next = ahead.peek(); next != null && count < atMost; next = ahead.peek()) {
            if (turns.take(next.queue(), demand(next), now)) {
                chosen.computeIfAbsent(next.queue(), queue -> new ArrayList<>()).add(next.id());
                ahead.drop();
                count++;
            } else {
                ahead.dropAll(next.queue());
            }
        }
        return chosen;
    }

    private List<Claim> claim(Map<QueueKey, List<String>> chosen, Instant now) {
        List<Claim> won = new ArrayList<>();
        chosen.forEach((queue, ids) -> won.addAll(claims.claim(queue, ids, now)));
        return won;
    }

    /** Those that everybody else makes room for. */
    private void sayWhatWaits(Instant now) {
        Candidate first = ahead.peek();
        demands.entrySet().stream()
                .flatMap(queue -> Rank.of(queue.getKey(), queue.getValue()).stream())
                .filter(rank -> rank != Rank.OTHER)
                .distinct()
                .forEach(rank -> turns.waits(rank, first != null && isOpen(first, rank, now), now));
    }

    private boolean isOpen(Candidate first, Rank rank, Instant now) {
        Demand demand = demand(first);
        return Rank.of(first.queue(), demand).filter(rank::equals).isPresent()
                && turns.isOpen(first.queue(), demand, now);
    }

    private Demand demand(Candidate candidate) {
        return demands.getOrDefault(candidate.queue(), Demand.on(Target.PROVIDER));
    }
}
