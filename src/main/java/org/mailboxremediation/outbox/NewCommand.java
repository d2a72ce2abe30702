package org.mailboxremediation.outbox;

import java.util.Map;

/**
 * An outside effect that is to be owed.
 *
 * @param caseId the incident
 * @param step which effect
 * @param epoch how many times this step has been asked for in the case, from 1
 * @param payload ids and addresses; never a secret
 * @param priority higher is served first
 */
public record NewCommand(String caseId, String step, int epoch, Map<String, String> payload, int priority) {

    public NewCommand {
        payload = Map.copyOf(payload);
    }
}
