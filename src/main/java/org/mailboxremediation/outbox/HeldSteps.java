package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The steps whose budget is spent: their commands are left in the queue until there is some again. */
@Component
final class HeldSteps {

    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    void hold(String step, Instant time) {
        until.merge(step, time, (known, told) -> known.isAfter(told) ? told : known);
    }

    Set<String> at(Instant now) {
        until.values().removeIf(time -> !time.isAfter(now));
        return until.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }
}
