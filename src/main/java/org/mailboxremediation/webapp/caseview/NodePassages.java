package org.mailboxremediation.webapp.caseview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written on a node of the model: how often the case passed it, and how long that took.
 *
 * @param node the node's id
 * @param type as the engine names it, such as {@code userTask}
 * @param count how often it was entered
 * @param running how many of these are not over
 * @param canceled how many were interrupted
 * @param seconds how long they took together, those that run up to now
 * @param first when it was first entered
 * @param last when it was last left; null while it runs
 * @param spans when each passage was, the first {@value #MOST_TOLD} of them
 * @param calls how many processes it called
 * @param called the first of them, at most {@value #MOST_TOLD}
 */
record NodePassages(
        String node,
        String type,
        int count,
        long running,
        long canceled,
        double seconds,
        Instant first,
        @Nullable Instant last,
        List<Span> spans,
        int calls,
        List<String> called) {

    static final int MOST_TOLD = 50;

    NodePassages {
        spans = List.copyOf(spans);
        called = List.copyOf(called);
    }

    /** From when to when; the end is null while it runs. */
    record Span(Instant from, @Nullable Instant to) {}

    /** The passages of each node, in the order in which the nodes were first entered. */
    static List<NodePassages> of(List<ActivityRun> runs, Instant now) {
        Map<String, List<ActivityRun>> byNode = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> !run.isBody())
                .forEach(run -> byNode.computeIfAbsent(run.node(), node -> new ArrayList<>())
                        .add(run));
        List<NodePassages> nodes = new ArrayList<>();
        byNode.forEach((node, passages) -> nodes.add(of(node, passages, now)));
        return nodes;
    }

    private static NodePassages of(String node, List<ActivityRun> passages, Instant now) {
        List<String> called = passages.stream()
                .map(ActivityRun::called)
                .filter(Objects::nonNull)
                .toList();
        long running = passages.stream().filter(run -> run.end() == null).count();
        Duration together = passages.stream()
                .map(run -> Duration.between(run.start(), Objects.requireNonNullElse(run.end(), now)))
                .reduce(Duration.ZERO, Duration::plus);
        return new NodePassages(
                node,
                passages.get(0).type(),
                passages.size(),
                running,
                passages.stream().filter(ActivityRun::canceled).count(),
                together.toMillis() / 1000.0,
                passages.get(0).start(),
                running > 0 ? null : lastEnd(passages),
                passages.stream()
                        .limit(MOST_TOLD)
                        .map(run -> new Span(run.start(), run.end()))
                        .toList(),
                called.size(),
                called.subList(0, Math.min(called.size(), MOST_TOLD)));
    }

    private static @Nullable Instant lastEnd(List<ActivityRun> passages) {
        return passages.stream()
                .map(ActivityRun::end)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
