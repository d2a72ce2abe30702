package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queues of one target: decides what the target's workers attempt next, the most urgent and then the oldest first. */
final class Lane {

    private final Map<QueueKey, Demand> demands;
    private final LookAhead ahead;
    private final Turns turns;
    private final Claims claims;
    private final Gathering gathering;
    private final Bell bell;
    private final Clock clock;

    Lane(
            Map<QueueKey, Demand> demands,
            ClaimTable table,
            Turns turns,
            Claims claims,
            Gathering gathering,
            Duration poll,
            Clock clock) {
        this.demands = demands;
        this.ahead = new LookAhead(table, poll);
        this.turns = turns;
        this.claims = claims;
        this.gathering = gathering;
        this.bell = new Bell();
        this.clock = clock;
    }

    Bell bell() {
        return bell;
    }

    /** Claims what is due, as much as there is room for; empty if there is nothing, or nothing that may be attempted now. */
    synchronized List<Work> next(Room.Taken room) {
        Instant now = clock.instant();
        bell.takeNews().forEach(ahead::dropAll);
        List<Work> won = List.of();
        boolean lost = true;
        while (lost) {
            ahead.read(open(now), now, room.all());
            List<Choice> chosen = choose(room, now);
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

    /** Lets no commands gather any longer. */
    void hurry() {
        gathering.end();
    }

    /**
     * How long a dispatcher may sleep when nothing rings: until there is budget again or enough has gathered, and no longer
     * than {@code poll}.
     */
    Duration idleAtMost(Duration poll) {
        Duration budget = demands.values().stream()
                .map(turns::untilBudget)
                .filter(wait -> !wait.isZero())
                .reduce(poll, (one, other) -> one.compareTo(other) < 0 ? one : other);
        return gathering.idleAtMost(budget, clock.instant());
    }

    private List<QueueKey> open(Instant now) {
        return demands.entrySet().stream()
                .filter(queue -> gathering.isOpen(queue.getKey(), now))
                .filter(queue -> turns.isOpen(queue.getKey(), queue.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Choice> choose(Room.Taken room, Instant now) {
        List<Choice> chosen = new ArrayList<>();
        for (Candidate next = ahead.peek(); next != null && chosen.size() < places(next, room); next = ahead.peek()) {
            // One turn for all that are performed together: they ask for no budget.
            if (turns.take(next.queue(), demand(next), now)) {
                Choice choice = ahead.take(gathering.atMost(next.queue()), now);
                gathering.chosen(choice, now);
                chosen.add(choice);
            } else {
                ahead.dropAll(next.queue());
            }
        }
        return chosen;
    }

    /** What is not a lock-out is claimed for a free worker only: the next lock-out must not wait behind it. */
    private int places(Candidate next, Room.Taken room) {
        boolean lockOut = Rank.of(next.queue(), demand(next))
                .filter(rank -> rank == Rank.LOCK_OUT)
                .isPresent();
        return lockOut ? room.all() : room.free();
    }

    /** One statement a queue, however many workers get what it claims. */
    private List<Work> claim(List<Choice> chosen, Instant now) {
        Map<QueueKey, List<String>> ids = new LinkedHashMap<>();
        chosen.forEach(choice ->
                ids.computeIfAbsent(choice.queue(), queue -> new ArrayList<>()).addAll(choice.ids()));
        Map<String, Claim> won = new HashMap<>();
        ids.forEach((queue, all) -> claims.claim(queue, all, now)
                .forEach(claim -> won.put(claim.command().id(), claim)));
        return chosen.stream()
                .map(choice -> choice.among(won))
                .filter(work -> !work.claims().isEmpty())
                .toList();
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
