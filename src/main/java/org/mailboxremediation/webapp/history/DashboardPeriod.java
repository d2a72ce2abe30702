package org.mailboxremediation.webapp.history;

import org.mailboxremediation.summary.PeriodUnit;

/** How far the dashboard looks back, and in which steps. */
enum DashboardPeriod {
    /** 30 days. */
    DAYS(PeriodUnit.DAY, 30),
    /** 26 weeks. */
    WEEKS(PeriodUnit.WEEK, 26),
    /** 36 months. */
    MONTHS(PeriodUnit.MONTH, 36);

    private final PeriodUnit unit;
    private final int steps;

    DashboardPeriod(PeriodUnit unit, int steps) {
        this.unit = unit;
        this.steps = steps;
    }

    PeriodUnit unit() {
        return unit;
    }

    /** How many periods, the one that runs included. */
    int steps() {
        return steps;
    }
}
