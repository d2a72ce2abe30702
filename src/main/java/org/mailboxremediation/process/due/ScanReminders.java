package org.mailboxremediation.process.due;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** When an overdue scan is spoken of: once it is due, and once more when as much time has passed again. */
@Component
public final class ScanReminders {

    private final DueTimes times;

    ScanReminders(DueTimes times) {
        this.times = times;
    }

    /** The timer's cycle, in ISO 8601. */
    public String of(DelegateExecution execution) {
        Duration time = times.of(execution.getProcessBusinessKey());
        Instant due = ClockUtil.getCurrentTime().toInstant().plus(time);
        return "R2/" + due + "/" + time;
    }
}
