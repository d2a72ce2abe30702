package org.mailboxremediation.education;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lesson that a case's owner owes.
 *
 * @param incidentId the case
 * @param lesson the lesson's id
 * @param assignedAt when it was assigned
 * @param dueAt by when it should be acknowledged
 * @param acknowledgedAt when it was; null until then
 * @param acknowledgedBy who says so
 */
public record LessonAssignment(
        String incidentId,
        String lesson,
        Instant assignedAt,
        Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** Whether it is still owed. */
    public boolean isOpen() {
        return acknowledgedAt == null;
    }
}
