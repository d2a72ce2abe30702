package org.mailboxremediation.webapp.history;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.summary.PeriodFigures;

/**
 * A period on the time line.
 *
 * @param startsOn its first day, ISO-8601
 * @param median in seconds; null without cases
 * @param p95 in seconds; null without cases
 */
record TimePoint(
        String startsOn,
        long cases,
        @Nullable Double median,
        @Nullable Double p95) {

    static TimePoint of(PeriodFigures figures) {
        return new TimePoint(
                figures.startsOn().toString(), figures.cases(), seconds(figures.median()), seconds(figures.p95()));
    }

    /** Seconds with their fraction. */
    static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / 1000.0;
    }
}
