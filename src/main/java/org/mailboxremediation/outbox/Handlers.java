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
    private final Map<QueueKey, Group> groups = new HashMap<>();

    Handlers(List<EffectHandler> handlers) {
        for (EffectHandler handler : handlers) {
            if (byStep.put(handler.step(), handler) != null) {
                throw new IllegalStateException("two handlers serve the step " + handler.step());
            }
            demands.put(QueueKey.effect(handler.step()), handler.demand());
            groups.put(QueueKey.effect(handler.step()), group(handler));
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

    /** How the queue's commands are performed together. */
    Group group(QueueKey queue) {
        return groups.getOrDefault(queue, Group.ALONE);
    }

    private static Group group(EffectHandler handler) {
        Group group = Group.of(handler);
        Demand demand = handler.demand();
        if (!group.isAlone() && (demand.lockOut() || demand.reads() + demand.writes() > 0)) {
            throw new IllegalStateException(
                    "the step " + handler.step() + " locks out or asks for budget: each for itself");
        }
        return group;
    }
}
