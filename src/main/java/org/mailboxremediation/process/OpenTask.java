package org.mailboxremediation.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user task that waits for somebody.
 *
 * @param id the engine's task id
 * @param key element id in the model
 * @param name what Tasklist shows
 * @param group who works it
 * @param assignee who claimed it, if anybody
 * @param due when it is due
 * @param deviceId the device it is about, if it is about one
 */
public record OpenTask(
        String id,
        String key,
        String name,
        @Nullable String group,
        @Nullable String assignee,
        @Nullable Instant due,
        @Nullable String deviceId) {}
