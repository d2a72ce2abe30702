package org.mailboxremediation.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who serves which step, and what each of its queues asks for. */
@Component
final class Handlers {

    private static final Demand NONE = Demand.on(Target.PROVIDER);

    private final Map<String, EffectHandler> byStep = new HashMap<>();
    private final Map<QueueKey, Demand> demands = new HashMap<>();

    Handlers(List<EffectHandler> handlers) {
        for (EffectHandler handler : handlers) {
            if (byStep.put(handler.step(), handler) != null) {
                throw new IllegalStateException("two handlers serve the step " + handler.step());
            }
            demands.put(QueueKey.effect(handler.step()), handler.demand());
            handler.verifyDemand().ifPresent(demand -> demands.put(QueueKey.verify(handler.step()), demand));
        }
    }

    Optional<EffectHandler> of(String step) {
        return Optional.ofNullable(byStep.get(step));
    }

    /** The queues that somebody serves, and what an attempt of each asks for. */
    Map<QueueKey, Demand> demands() {
        return Map.copyOf(demands);
    }

    /** What an attempt of the queue asks for; nothing much where nobody serves it. */
    Demand demand(QueueKey queue) {
        return demands.getOrDefault(queue, NONE);
    }
}
