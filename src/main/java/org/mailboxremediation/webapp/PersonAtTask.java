package org.mailboxremediation.webapp;

import java.util.Set;

/**
 * Who is at which case's task.
 *
 * @param incidentId the case, from the business key
 * @param userId the engine's user
 * @param groups that user's groups
 */
record PersonAtTask(String incidentId, String userId, Set<String> groups) {

    PersonAtTask {
        groups = Set.copyOf(groups);
    }
}
