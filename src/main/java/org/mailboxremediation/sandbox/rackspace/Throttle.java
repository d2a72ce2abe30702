package org.mailboxremediation.sandbox.rackspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailboxremediation.sandbox.Assumptions.ThrottleWindow;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;

/** Counts each user's calls of a minute, reads and writes apart. A refused call counts too: hammering never clears. */
@SandboxComponent
final class Throttle {

    static final String REFUSAL = "Exceeded request limits";

    private final SandboxProperties properties;
    private final Clock clock;
    private final Map<String, Deque<Instant>> calls = new ConcurrentHashMap<>();

    Throttle(SandboxProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Counts a call.
     *
     * @throws Fault 403 if it is one too many
     */
    void admit(String user, boolean read) {
        int limit = read ? properties.readsPerMinute() : properties.writesPerMinute();
        if (limit > 0 && count((read ? "r " : "w ") + user) > limit) {
            throw Fault.unauthorized(REFUSAL);
        }
    }

    private int count(String key) {
        Deque<Instant> recent = calls.computeIfAbsent(key, user -> new ArrayDeque<>());
        synchronized (recent) {
            Instant now = clock.instant();
            Instant since = since(now);
            while (!recent.isEmpty() && recent.peekFirst().isBefore(since)) {
                recent.removeFirst();
            }
            recent.addLast(now);
            return recent.size();
        }
    }

    private Instant since(Instant now) {
        return properties.assume().throttleWindow() == ThrottleWindow.FIXED
                ? now.truncatedTo(ChronoUnit.MINUTES)
                : now.minus(Duration.ofMinutes(1));
    }
}
