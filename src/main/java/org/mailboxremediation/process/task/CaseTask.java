package org.mailboxremediation.process.task;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user task of a case, and who works on it.
 *
 * @param id the engine's task id
 * @param key the element id in the model
 * @param incidentId the case, from the business key
 * @param deviceId the device the task is about, where it is about one
 * @param actor the user id
 * @param groups the groups of that user
 */
public record CaseTask(
        String id, String key, String incidentId, @Nullable String deviceId, String actor, Set<String> groups) {

    public CaseTask {
        groups = Set.copyOf(groups);
    }

    /** The device, for a task that must have one. */
    public String device() {
        if (deviceId == null) {
            throw new IllegalStateException("Task " + key + " has no device.");
        }
        return deviceId;
    }
}
