package org.mailboxremediation.process.due;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The priority of a user task, so that lists sort the worst case first: 25 low to 100 critical. */
@Component
public final class TaskPriority {

    private final DueTimes times;

    TaskPriority(DueTimes times) {
        this.times = times;
    }

    public int of(DelegateExecution execution) {
        return 25 * times.severity(execution.getProcessBusinessKey()).rank();
    }
}
