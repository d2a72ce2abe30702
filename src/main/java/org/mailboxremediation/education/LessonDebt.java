package org.mailboxremediation.education;

import java.util.List;

/**
 * What is still to be learned in a case.
 *
 * @param open the lessons that are not acknowledged, the earliest due first
 * @param overdue those of them whose time is over
 */
public record LessonDebt(List<String> open, List<String> overdue) {

    /** Keeps both as they are. */
    public LessonDebt {
        open = List.copyOf(open);
        overdue = List.copyOf(overdue);
    }

    /** Whether nothing is owed. */
    public boolean isNone() {
        return open.isEmpty();
    }
}
