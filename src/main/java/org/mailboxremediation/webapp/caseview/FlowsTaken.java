package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which sequence flows a run took. The engine keeps no history of flows, so they are derived from its passages through the
 * nodes: what entered a node came by the flow whose source, in the same scope, ended by itself last before that. A passage
 * leaves by each of its flows once; so the tokens of a join are not all put down to one branch.
 */
final class FlowsTaken {

    private final List<ModelFlow> flows;
    private final List<ActivityRun> runs;
    private final Set<Passing> used = new HashSet<>();

    private FlowsTaken(List<ModelFlow> flows, List<ActivityRun> runs) {
        this.flows = flows;
        this.runs = runs;
    }

    /** A sequence flow of the model, by the ids of its ends. */
    record ModelFlow(String id, String source, String target) {}

    /** One token that left by a flow; {@code run} is the passage's place in the list. */
    private record Passing(ModelFlow flow, int run, Instant left) {}

    /**
     * How often each flow was taken, by its id; those that were not are not in it.
     *
     * @param runs in the order in which they started
     */
    static Map<String, Integer> of(List<ModelFlow> flows, List<ActivityRun> runs) {
        return new FlowsTaken(flows, runs).counted();
    }

    private Map<String, Integer> counted() {
        Set<String> bodies = new HashSet<>();
        runs.stream().filter(ActivityRun::isBody).forEach(run -> bodies.add(run.modelNode()));
        Map<String, Integer> counts = new TreeMap<>();
        for (int entered = 0; entered < runs.size(); entered++) {
            ActivityRun run = runs.get(entered);
            // What is run several times is entered once, by its body.
            if (run.isBody() || !bodies.contains(run.node())) {
                cameBy(run, bodies).ifPresent(passing -> {
                    used.add(passing);
                    counts.merge(passing.flow().id(), 1, Integer::sum);
                });
            }
        }
        return counts;
    }

    private Optional<Passing> cameBy(ActivityRun entered, Set<String> bodies) {
        @Nullable Passing nearest = null;
        for (Passing candidate : candidates(entered, bodies)) {
            if (!used.contains(candidate)
                    && (nearest == null || !candidate.left().isBefore(nearest.left()))) {
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private List<Passing> candidates(ActivityRun entered, Set<String> bodies) {
        List<Passing> candidates = new ArrayList<>();
        for (ModelFlow flow : flows) {
            if (flow.target().equals(entered.modelNode())) {
                for (int index = 0; index < runs.size(); index++) {
                    ActivityRun left = runs.get(index);
                    Instant end = left.end();
                    if (end != null && left.wentOn() && leads(flow, left, entered, end, bodies)) {
                        candidates.add(new Passing(flow, index, end));
                    }
                }
            }
        }
        return candidates;
    }

    private static boolean leads(
            ModelFlow flow, ActivityRun left, ActivityRun entered, Instant end, Set<String> bodies) {
        return flow.source().equals(left.modelNode())
                && left.isBody() == bodies.contains(left.modelNode())
                && Objects.equals(left.scope(), entered.scope())
                && !end.isAfter(entered.start());
    }
}
