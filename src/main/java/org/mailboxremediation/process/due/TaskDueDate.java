package org.mailboxremediation.process.due;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** When a user task is due, and a scan overdue. */
@Component
public final class TaskDueDate {

    private final DueTimes times;

    TaskDueDate(DueTimes times) {
        this.times = times;
    }

    /** The engine's now and the time that the case's severity allows. */
    public Date of(DelegateExecution execution) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(times.of(execution.getProcessBusinessKey())));
    }
}
