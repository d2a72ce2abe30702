package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
final class ForecastsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final SplitHandler handler = new SplitHandler();
    private final FakePace pace = new FakePace(30);
    private final OutboxFixture queue = new OutboxFixture(database, database.clock, pace, List.of(handler));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsTheMoreUrgentAndTheOlderOnes() {
        owe("old", Priority.LOCK_OUT);
        owe("asked", Priority.LOCK_OUT);
        owe("younger", Priority.LOCK_OUT);
        owe("critical", Priority.LOCK_OUT + 4);
        owe("milder", Priority.SETTINGS);

        assertThat(forecast("asked").position()).isEqualTo(3);
        assertThat(forecast("critical").position()).isEqualTo(1);
        assertThat(forecast("milder").position()).isEqualTo(5);
    }

    @Test
    void placesANewcomerBehindAllThatAreAsUrgent() {
        owe("old", Priority.LOCK_OUT);
        owe("milder", Priority.SETTINGS);
        assertThat(forecast("old").position()).isEqualTo(1);
        database.clock.advance(Duration.ofMillis(1));
        queue.owe("new", SplitHandler.STEP, Map.of());

        assertThat(forecast("new").position()).isEqualTo(2);
        database.clock.advance(Duration.ofSeconds(1));
        assertThat(forecast("new").position()).isEqualTo(2);
    }

    @Test
    void expectsASecondForEachStageBeforeAnythingWasMeasured() {
        owe("case", Priority.LOCK_OUT);

        assertThat(forecast("case").expectedAt())
                .isEqualTo(database.clock.instant().plusSeconds(3));
    }

    @Test
    void learnsHowLongAttemptsTake() {
        handler.performing = command -> {
            database.clock.advance(Duration.ofSeconds(20));
            return Outcome.accepted();
        };
        owe("measured", Priority.LOCK_OUT);
        queue.worker.drain();
        owe("case", Priority.LOCK_OUT);

        assertThat(forecast("case").expectedAt())
                .isBetween(
                        database.clock.instant().plusSeconds(20),
                        database.clock.instant().plusSeconds(22));
    }

    @Test
    void waitsForTheBudget() {
        pace.fill(Pace.Kind.WRITE, 0);
        owe("one", Priority.LOCK_OUT);
        pace.every = Duration.ofSeconds(2);
        owe("two", Priority.LOCK_OUT);

        assertThat(forecast("two").position()).isEqualTo(2);
        assertThat(forecast("two").expectedAt())
                .isEqualTo(database.clock.instant().plusSeconds(2 * 2 + 1 + 1));
    }

    @Test
    void foretellsTheTurnOfManyThatAreOwedTogether() {
        pace.fill(Pace.Kind.WRITE, 1_000);
        assertThat(queue.forecasts.untilTurn(SplitHandler.STEP, 500)).isZero();
        database.clock.advance(Duration.ofSeconds(1));
        pace.fill(Pace.Kind.WRITE, 0);
        pace.every = Duration.ofSeconds(2);
        owe("before", Priority.LOCK_OUT);

        assertThat(queue.forecasts.untilTurn(SplitHandler.STEP, 500)).isEqualTo(Duration.ofSeconds(2 * 501));
    }

    @Test
    void speaksOfTheVerificationOnceTheEffectWasAccepted() {
        pace.fill(Pace.Kind.READ, 0);
        owe("one", Priority.LOCK_OUT);
        owe("two", Priority.LOCK_OUT);
        queue.worker.drain();
        pace.every = Duration.ofSeconds(10);

        assertThat(forecast("two").position()).isEqualTo(2);
        assertThat(forecast("two").expectedAt())
                .isEqualTo(database.clock.instant().plusSeconds(21));
    }

    @Test
    void endsWithTheCommand() {
        owe("case", Priority.LOCK_OUT);
        queue.worker.drain();

        assertThat(queue.forecasts.of(entry("case"))).isEmpty();
    }

    @Test
    void isNotBeforeTheNextTry() {
        handler.performing = command -> Outcome.retry(Duration.ofMinutes(1), "down");
        owe("case", Priority.LOCK_OUT);
        queue.worker.drain();

        assertThat(forecast("case").expectedAt())
                .isAfter(database.clock.instant().plusSeconds(60));
    }

    private void owe(String caseId, int priority) {
        queue.owe(caseId, SplitHandler.STEP, Map.of(), priority);
        database.clock.advance(Duration.ofSeconds(1));
    }

    private Forecast forecast(String caseId) {
        return queue.forecasts.of(entry(caseId)).orElseThrow();
    }

    private Entry entry(String caseId) {
        return queue.outbox.findByKey(caseId, SplitHandler.STEP, 1).orElseThrow();
    }
}
