package org.mailboxremediation.sandbox.fault;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mailboxremediation.sandbox.SandboxComponent;

/** What was called on which target, and how much of it took effect: the embedded mail system's own truth. */
@SandboxComponent
public final class CallLog {

    private final Map<String, Map<String, Calls>> targets = new ConcurrentHashMap<>();

    /** A call has come in. */
    public void received(String operation, String target) {
        add(operation, target, new Calls(1, 0));
    }

    /** A call has taken effect, or was answered as asked. */
    public void applied(String operation, String target) {
        add(operation, target, new Calls(0, 1));
    }

    /** The calls on this target, by operation. */
    public Map<String, Calls> of(String target) {
        return new TreeMap<>(targets.getOrDefault(target.toLowerCase(Locale.ROOT), Map.of()));
    }

    /** The calls of one operation on this target. */
    public Calls of(String operation, String target) {
        return of(target).getOrDefault(operation, Calls.NONE);
    }

    private void add(String operation, String target, Calls more) {
        targets.computeIfAbsent(target.toLowerCase(Locale.ROOT), unseen -> new ConcurrentHashMap<>())
                .merge(operation, more, Calls::plus);
    }

    /**
     * How often.
     *
     * @param received calls that came in
     * @param applied calls that took effect
     */
    public record Calls(int received, int applied) {

        static final Calls NONE = new Calls(0, 0);

        Calls plus(Calls more) {
            return new Calls(received + more.received, applied + more.applied);
        }
    }
}
