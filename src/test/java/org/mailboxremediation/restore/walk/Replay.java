package org.mailboxremediation.restore.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets the same happen to the product and to the oracle, and asks both after each step. */
final class Replay {

    private final long validFor;
    private final Supplier<? extends World> worlds;

    Replay(long validFor, Supplier<? extends World> worlds) {
        this.validFor = validFor;
        this.worlds = worlds;
    }

    /** What came of a walk without a difference. */
    record Walked(int steps, int changes, boolean openAtEnd, int opened) {}

    /**
     * Walks.
     *
     * @throws AssertionError where product and oracle differ, with the seed and the shortest such walk that was found
     */
    Walked walk(long seed) {
        List<Step> steps = RandomWalk.of(seed, validFor);
        Oracle oracle = new Oracle(validFor);
        World world = worlds.get();
        int opened = 0;
        boolean open = false;
        for (Step step : steps) {
            oracle.tell(step);
            world.tell(step);
            if (difference(oracle, world, step.at()).isPresent()) {
                throw new AssertionError(report(seed, shrunk(steps)));
            }
            opened += !open && oracle.allowed(step.at()) ? 1 : 0;
            open = oracle.allowed(step.at());
        }
        return new Walked(steps.size(), oracle.changes(), open, opened);
    }

    private String report(long seed, List<Step> steps) {
        StringBuilder text = new StringBuilder("seed ").append(seed).append(':');
        steps.forEach(step -> text.append('\n').append(step));
        return text.append('\n').append(difference(steps).orElse("")).toString();
    }

    /** Leaves out step after step as long as a difference stays. */
    private List<Step> shrunk(List<Step> steps) {
        List<Step> shortest = new ArrayList<>(steps);
        for (int i = shortest.size() - 1; i >= 0; i--) {
            List<Step> shorter = new ArrayList<>(shortest);
            shorter.remove(i);
            if (difference(shorter).isPresent()) {
                shortest = shorter;
                i = Math.min(i, shortest.size());
            }
        }
        return shortest;
    }

    private Optional<String> difference(List<Step> steps) {
        Oracle oracle = new Oracle(validFor);
        World world = worlds.get();
        try {
            for (Step step : steps) {
                oracle.tell(step);
                world.tell(step);
                Optional<String> found = difference(oracle, world, step.at());
                if (found.isPresent()) {
                    return found;
                }
            }
        } catch (RuntimeException cannotHappenInThisOrder) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> difference(Oracle oracle, World world, long now) {
        if (oracle.allowed(now) != world.allowed(now)) {
            return Optional.of("the gate is " + (world.allowed(now) ? "open" : "shut") + " and should not be");
        }
        if (!oracle.underWay() && oracle.due(now) != world.due(now)) {
            return Optional.of("a change is " + (world.due(now) ? "" : "not ") + "due and should "
                    + (world.due(now) ? "not " : "") + "be");
        }
        return Optional.empty();
    }
}
