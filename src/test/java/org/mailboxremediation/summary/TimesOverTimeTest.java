package org.mailboxremediation.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.summary.PeriodFigures.Measure;

@Tag(DatabaseKind.TAG)
final class TimesOverTimeTest {

    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.ofInstant(CaseDatabase.START, ZoneOffset.UTC);

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final CredentialFixture credentials = new CredentialFixture(database);
    private final TimesOverTime times = SummaryFixture.times(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void medianAndNearestRankOfADay() {
        for (int seconds = 1; seconds <= 20; seconds++) {
            lockOut(seconds);
        }

        List<PeriodFigures> days = times.last(PeriodUnit.DAY, 30, Measure.LOCK_OUT);
        assertThat(days).containsExactly(new PeriodFigures(FIRST, 20, Duration.ofSeconds(10), Duration.ofSeconds(19)));
        assertThat(times.last(PeriodUnit.DAY, 30, Measure.RESTORE))
                .containsExactly(new PeriodFigures(FIRST, 0, null, null));
    }

    @Test
    void nothingYetIsAnEmptyPeriod() {
        assertThat(times.last(PeriodUnit.WEEK, 26, Measure.LOCK_OUT))
                .containsExactly(new PeriodFigures(FIRST, 0, null, null));
    }

    @Test
    void whatIsWrittenDownIsWhatWasCounted() {
        for (int day = 0; day < 40; day++) {
            lockOut(day + 1);
            lockOut(3);
            database.clock.advance(Duration.ofDays(1));
        }
        for (PeriodUnit unit : PeriodUnit.values()) {
            List<PeriodFigures> counted = times.last(unit, 100, Measure.LOCK_OUT);
            assertThat(counted.stream().mapToLong(PeriodFigures::cases).sum()).isEqualTo(80);
            assertThat(counted)
                    .isSortedAccordingTo((one, other) -> one.startsOn().compareTo(other.startsOn()));

            closeAll();

            assertThat(times.last(unit, 100, Measure.LOCK_OUT)).isEqualTo(counted);
        }
        assertThat(rows("DAY")).isEqualTo(80);
        assertThat(rows("WEEK")).isEqualTo(10);
        assertThat(rows("MONTH")).isEqualTo(2);
    }

    @Test
    void aDayIsLeftOpenForAnHour() {
        lockOut(1);
        database.clock.advance(Duration.between(CaseDatabase.START, CaseDatabase.START.plus(Duration.ofHours(15))));
        times.close();
        assertThat(rows("DAY")).isZero();

        database.clock.advance(Duration.ofMinutes(70));
        times.close();
        assertThat(rows("DAY")).isEqualTo(2);
    }

    @Test
    void nodesThatCloseAtOnceWriteEachDayOnce() {
        lockOut(1);
        database.clock.advance(Duration.ofDays(60));
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(node -> CompletableFuture.runAsync(
                                () -> SummaryFixture.times(database).close()))
                        .toArray(CompletableFuture[]::new))
                .join();
        closeAll();

        assertThat(rows("DAY")).isEqualTo(120);
    }

    /** Ten days at once, and once more than is needed. */
    private void closeAll() {
        for (int turn = 0; turn < 8; turn++) {
            times.close();
        }
    }

    private int mailboxes;

    private void lockOut(int seconds) {
        String id = cases.open(MailboxAddress.parse("user" + ++mailboxes + "@example.com"))
                .id();
        database.clock.advance(Duration.ofSeconds(seconds));
        credentials.settle(credentials.request(id), Verification.VERIFIED);
        database.clock.advance(Duration.ofSeconds(-seconds));
    }

    private int rows(String unit) {
        return database.jdbc
                .sql("select count(*) from case_period where unit = :unit")
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }
}
