package org.mailboxremediation.webapp.history;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.mailboxremediation.summary.ClosedDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often cases were at each element of the main model: of the cases that ended on a day. A day's counts are taken from the
 * engine's history once it is over, and outlive it.
 */
@Component
final class PassagesOverTime {

    private static final String NAME = "PASSAGES";

    private final MainModel model;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final ClosedDays days;
    private final Clock clock;

    PassagesOverTime(MainModel model, HistoryService history, JdbcClient jdbc, ClosedDays days, Clock clock) {
        this.model = model;
        this.history = history;
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /** The passages by element of the cases that ended on that day or later. */
    Map<String, Long> since(LocalDate from) {
        Map<String, Long> passages = new HashMap<>();
        jdbc.sql("select element, sum(passages) as passages from passage_day where starts_on >= :from group by element")
                .param("from", from)
                .query((row, n) -> passages.put(row.getString(1), row.getLong(2)))
                .list();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate next = days.next(NAME).orElse(today);
        count(next.isBefore(from) ? from : next, today.plusDays(1))
                .forEach((element, n) -> passages.merge(element, n, Long::sum));
        return passages;
    }

    /** Writes the counts of the days that are over. */
    @Scheduled(fixedDelayString = "${remediation.figures.every:1m}", initialDelayString = "75s")
    void close() {
        days.each(NAME, day -> count(day, day.plusDays(1)).forEach((element, n) -> write(day, element, n)));
    }

    private void write(LocalDate day, String element, long passages) {
        jdbc.sql("insert into passage_day (starts_on, element, passages) values (:day, :element, :passages)")
                .param("day", day)
                .param("element", element)
                .param("passages", passages)
                .update();
    }

    private Map<String, Long> count(LocalDate from, LocalDate before) {
        Map<String, Long> passages = new HashMap<>();
        for (String definition : model.definitions()) {
            history.createHistoricActivityStatisticsQuery(definition)
                    .finishedAfter(Date.from(start(from)))
                    .finishedBefore(Date.from(start(before).minusMillis(1)))
                    .includeFinished()
                    .list()
                    .forEach(activity -> passages.merge(activity.getId(), activity.getFinished(), Long::sum));
        }
        return passages;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
