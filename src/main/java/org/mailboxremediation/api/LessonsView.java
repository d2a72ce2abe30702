package org.mailboxremediation.api;

import java.util.List;
import org.mailboxremediation.education.LessonDebt;

/**
 * What the owner still has to learn; stays with a closed case.
 *
 * @param overdue those of the open lessons whose time is over
 */
record LessonsView(List<String> open, List<String> overdue) {

    static LessonsView of(LessonDebt debt) {
        return new LessonsView(debt.open(), debt.overdue());
    }
}
