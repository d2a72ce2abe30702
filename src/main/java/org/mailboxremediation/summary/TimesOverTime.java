package org.mailboxremediation.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.mailboxremediation.summary.PeriodFigures.Measure;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How long lock-outs and restores took, period by period. */
@Component
public final class TimesOverTime {

    private static final String NAME = "TIMES";

    private final PeriodTable periods;
    private final ClosedDays days;
    private final Clock clock;

    TimesOverTime(PeriodTable periods, ClosedDays days, Clock clock) {
        this.periods = periods;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The last periods, the one that runs included, in order; those before the first case are left out.
     *
     * @param most how many at most
     */
    public List<PeriodFigures> last(PeriodUnit unit, int most, Measure measure) {
        LocalDate now = unit.start(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        LocalDate from = unit.plus(now, 1 - most);
        List<PeriodFigures> all = new ArrayList<>(periods.written(unit, measure, from));
        LocalDate next = days.next(NAME).map(unit::start).orElse(now);
        for (LocalDate start = next.isBefore(from) ? from : next; !start.isAfter(now); start = unit.plus(start, 1)) {
            all.add(periods.count(unit, start, measure));
        }
        return all;
    }

    /** Writes the figures of the periods that are over. */
    @Scheduled(fixedDelayString = "${remediation.figures.every:1m}", initialDelayString = "60s")
    public void close() {
        days.each(NAME, this::close);
    }

    private void close(LocalDate day) {
        for (PeriodUnit unit : PeriodUnit.values()) {
            LocalDate start = unit.start(day);
            if (unit.plus(start, 1).equals(day.plusDays(1))) {
                for (Measure measure : Measure.values()) {
                    periods.write(unit, measure, periods.count(unit, start, measure));
                }
            }
        }
    }
}
