package org.mailboxremediation.event;

import java.util.Map;

/**
 * A fact or decision that is to be appended to a case's chain.
 *
 * @param caseId the case
 * @param actor who: a user id, or {@link CaseEvent#SYSTEM}; 1 to 254 characters
 * @param type PascalCase, at most 64 letters
 * @param payload texts, whole numbers, booleans and lists of texts; never a secret
 */
public record NewEvent(String caseId, String actor, String type, Map<String, ?> payload) {

    public NewEvent {
        payload = Map.copyOf(payload);
    }
}
