package org.mailboxremediation.summary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The periods that figures are given for, in UTC. */
public enum PeriodUnit {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH;

    /** The first day of the period that holds the day. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the period after the one that begins there; negative numbers go back. */
    public LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
        };
    }
}
