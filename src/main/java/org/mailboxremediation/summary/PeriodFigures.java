package org.mailboxremediation.summary;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a time came to in one period: of the cases whose lock-out, or restore, fell into it.
 *
 * @param startsOn its first day
 * @param cases how many
 * @param median half of them took no longer; null without cases
 * @param p95 95 of a hundred took no longer (nearest rank); null without cases
 */
public record PeriodFigures(
        LocalDate startsOn,
        long cases,
        @Nullable Duration median,
        @Nullable Duration p95) {

    /** What is measured, from the report on. */
    public enum Measure {
        LOCK_OUT("locked_out_at", "lock_out_ms"),
        RESTORE("restored_at", "restore_ms");

        private final String at;
        private final String milliseconds;

        Measure(String at, String milliseconds) {
            this.at = at;
            this.milliseconds = milliseconds;
        }

        /** Counts one period; nothing in it comes from outside. */
        String sql() {
            return "select count(*) as cases,"
                    + " percentile_disc(0.5) within group (order by " + milliseconds + ") as median_ms,"
                    + " percentile_disc(0.95) within group (order by " + milliseconds + ") as p95_ms"
                    + " from case_summary where " + at + " >= :from and " + at + " < :before";
        }
    }
}
