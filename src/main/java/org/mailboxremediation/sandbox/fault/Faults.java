package org.mailboxremediation.sandbox.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.beans.factory.DisposableBean;

/**
 * The book of faults that the embedded mail system is told to have: none unless a drill or a test asks for them. Kept in
 * memory: a restart forgets them.
 */
@SandboxComponent
public final class Faults implements DisposableBean {

    private final List<ActiveRule> rules = new CopyOnWriteArrayList<>();
    private final RandomGenerator random;
    private final Object release = new Object();
    private long releases;

    Faults(RandomGenerator random) {
        this.random = random;
    }

    /** Adds a rule behind the others: the first that takes a call decides. */
    public void add(FaultRule rule) {
        rules.add(new ActiveRule(rule));
    }

    /** Forgets all rules, and lets go on what they hold. */
    public void clear() {
        rules.clear();
        letGo();
    }

    /** Forgets the rules for this target, and lets go on all that is held. */
    public void clear(String target) {
        rules.removeIf(active -> active.rule().target().equalsIgnoreCase(target));
        letGo();
    }

    /** How this call fails; empty if it does not. */
    public Optional<Trouble> next(String operation, String target) {
        for (ActiveRule active : rules) {
            if (active.takes(operation, target, random)) {
                return Optional.of(active.rule().trouble());
            }
        }
        return Optional.empty();
    }

    /** How many calls the rules in force for this target have failed. */
    public int fired(String target) {
        return rules.stream()
                .filter(active -> active.rule().target().equalsIgnoreCase(target))
                .mapToInt(ActiveRule::fired)
                .sum();
    }

    /** Waits for that time, or until the rules are cleared. */
    public void hold(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        synchronized (release) {
            long before = releases;
            for (long left = time.toMillis();
                    left > 0 && releases == before;
                    left = (end - System.nanoTime()) / 1_000_000) {
                try {
                    release.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void destroy() {
        clear();
    }

    List<ActiveRule> active() {
        return List.copyOf(rules);
    }

    private void letGo() {
        synchronized (release) {
            releases++;
            release.notifyAll();
        }
    }
}
