package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * One outside effect that is owed: keyed (case, step, epoch) before it is attempted (promise P9).
 *
 * @param id random, what the process waits for
 * @param caseId the incident
 * @param step which effect, and so which {@link EffectHandler}
 * @param epoch how many times this step has been asked for in the case, from 1
 * @param payload ids and addresses the handler needs; never a secret
 * @param priority higher is served first
 * @param attempts how often it was claimed, this time included
 * @param createdAt when it was asked for
 */
public record Command(
        String id,
        String caseId,
        String step,
        int epoch,
        Map<String, String> payload,
        int priority,
        int attempts,
        Instant createdAt) {

    public Command {
        payload = Map.copyOf(payload);
    }
}
