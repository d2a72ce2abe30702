package org.mailboxremediation.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the days that are over, one after the other and each once, whichever node does it: what is derived of a day
 * is written with the note that the day is done.
 */
@Component
public final class ClosedDays {

    /** A transaction that was under way at midnight has ended by then. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** Days done in one go: whoever else waits for the scheduler gets their turn. */
    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClosedDays(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first day that is not done; empty before any case was reported. */
    public Optional<LocalDate> next(String name) {
        Optional<LocalDate> noted = jdbc.sql("select next_day from figures_until where name = :name")
                .param("name", name)
                .query(LocalDate.class)
                .optional();
        return noted.isPresent() ? noted : firstDay();
    }

    /** Does the next days that are over and not done, at most ten, in a transaction each. */
    public void each(String name, Consumer<LocalDate> work) {
        LocalDate today = LocalDate.ofInstant(clock.instant().minus(GRACE), ZoneOffset.UTC);
        boolean mine = true;
        for (int done = 0; mine && done < AT_ONCE; done++) {
            Optional<LocalDate> day = next(name).filter(today::isAfter);
            mine = day.isPresent() && done(name, day.get(), work);
        }
    }

    private boolean done(String name, LocalDate day, Consumer<LocalDate> work) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean mine = take(name, day);
                if (mine) {
                    work.accept(day);
                }
                return mine;
            }));
        } catch (DuplicateKeyException otherNode) {
            return false;
        }
    }

    /** Whether no other node was faster. */
    private boolean take(String name, LocalDate day) {
        int moved = jdbc.sql("update figures_until set next_day = :next where name = :name and next_day = :day")
                .param("next", day.plusDays(1))
                .param("name", name)
                .param("day", day)
                .update();
        return moved == 1 || begin(name, day);
    }

    private boolean begin(String name, LocalDate day) {
        return jdbc.sql("insert into figures_until (name, next_day) select :name, :next where not exists"
                                + " (select 1 from figures_until where name = :name)")
                        .param("name", name)
                        .param("next", day.plusDays(1))
                        .update()
                == 1;
    }

    private Optional<LocalDate> firstDay() {
        return jdbc.sql("select min(reported_at) as first_report from case_summary")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(first -> LocalDate.ofInstant(first.toInstant(), ZoneOffset.UTC));
    }
}
