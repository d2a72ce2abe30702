package org.mailboxremediation.process.due;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.mailboxremediation.education.EducationProperties;
import org.springframework.stereotype.Component;

/** When lessons that nobody acknowledged become the closed case's debt. */
@Component
public final class LessonsDueDate {

    private final EducationProperties education;

    LessonsDueDate(EducationProperties education) {
        this.education = education;
    }

    public Date of(DelegateExecution execution) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(education.dueIn()));
    }
}
