package org.mailboxremediation.webapp.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.process.OpenSteps;
import org.mailboxremediation.process.OpenSteps.StepCount;
import org.mailboxremediation.summary.PeriodFigures.Measure;
import org.mailboxremediation.summary.PeriodUnit;
import org.mailboxremediation.summary.TimesOverTime;
import org.springframework.stereotype.Component;

/** Brings together what the dashboard shows. */
@Component
final class DashboardCall {

    private final OpenSteps steps;
    private final TimesOverTime times;
    private final OverdueTasks overdue;
    private final PassagesOverTime passages;
    private final MainModel model;
    private final Clock clock;

    DashboardCall(
            OpenSteps steps,
            TimesOverTime times,
            OverdueTasks overdue,
            PassagesOverTime passages,
            MainModel model,
            Clock clock) {
        this.steps = steps;
        this.times = times;
        this.overdue = overdue;
        this.passages = passages;
        this.model = model;
        this.clock = clock;
    }

    /**
     * All of the dashboard.
     *
     * @param at when it was counted
     * @param from the first day of the period shown
     * @param passages how often the cases that ended in the period were at each element of the model
     * @param model the main model as BPMN
     */
    record Dashboard(
            Instant at,
            PeriodUnit unit,
            LocalDate from,
            List<StepCount> steps,
            List<TimePoint> timeToLockOut,
            List<TimePoint> timeToRestore,
            OverdueTasks.Overdue overdue,
            Map<String, Long> passages,
            String model) {}

    Dashboard show(DashboardPeriod period) {
        Instant now = clock.instant();
        PeriodUnit unit = period.unit();
        LocalDate from = unit.plus(unit.start(LocalDate.ofInstant(now, ZoneOffset.UTC)), 1 - period.steps());
        return new Dashboard(
                now,
                unit,
                from,
                steps.counts(),
                points(period, Measure.LOCK_OUT),
                points(period, Measure.RESTORE),
                overdue.now(),
                passages.since(from),
                model.xml());
    }

    private List<TimePoint> points(DashboardPeriod period, Measure measure) {
        return times.last(period.unit(), period.steps(), measure).stream()
                .map(TimePoint::of)
                .toList();
    }
}
