package org.mailboxremediation.summary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.summary.PeriodFigures.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of each period: those that ended as they were written, those that run counted anew. */
@Component
final class PeriodTable {

    private final JdbcClient jdbc;

    PeriodTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the period that begins there. */
    PeriodFigures count(PeriodUnit unit, LocalDate start, Measure measure) {
        return jdbc.sql(measure.sql())
                .param("from", Times.sql(start.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("before", Times.sql(unit.plus(start, 1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .query((row, n) -> figures(start, row))
                .single();
    }

    void write(PeriodUnit unit, Measure measure, PeriodFigures figures) {
        jdbc.sql("insert into case_period (unit, starts_on, measure, cases, median_ms, p95_ms)"
                        + " values (:unit, :start, :measure, :cases, :median, :p95)")
                .param("unit", unit.name())
                .param("start", figures.startsOn())
                .param("measure", measure.name())
                .param("cases", figures.cases())
                .param("median", milliseconds(figures.median()))
                .param("p95", milliseconds(figures.p95()))
                .update();
    }

    /** Those written, from that day on, in order. */
    List<PeriodFigures> written(PeriodUnit unit, Measure measure, LocalDate from) {
        return jdbc.sql("select * from case_period where unit = :unit and measure = :measure"
                        + " and starts_on >= :from order by starts_on")
                .param("unit", unit.name())
                .param("measure", measure.name())
                .param("from", from)
                .query((row, n) -> figures(row.getObject("starts_on", LocalDate.class), row))
                .list();
    }

    private static PeriodFigures figures(LocalDate start, ResultSet row) throws SQLException {
        return new PeriodFigures(start, row.getLong("cases"), duration(row, "median_ms"), duration(row, "p95_ms"));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(milliseconds);
    }

    private static @Nullable Long milliseconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}
