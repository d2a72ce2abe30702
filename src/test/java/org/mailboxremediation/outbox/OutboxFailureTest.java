package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Tag(DatabaseKind.TAG)
final class OutboxFailureTest {

    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofSeconds(61);
    private static final Outcome UNEXPECTED = Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", "unexpected"));

    private final CaseDatabase database = new CaseDatabase();
    private final RecordingHandler handler = new RecordingHandler();
    private final OutboxFixture queue = new OutboxFixture(database, List.of(handler));
    private final String id = queue.owe("case", RecordingHandler.STEP, Map.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void callsAPersonAfterFiveAttemptsThatNobodyExpectedToFail(CapturedOutput log) {
        handler.performing = command -> {
            throw new IllegalStateException("password=hunter2");
        };
        drainOften();

        assertThat(handler.performed).hasSize(5);
        assertThat(queue.outbox.find(id)).map(Settled::outcome).contains(UNEXPECTED);
        assertThat(log).contains("IllegalStateException").doesNotContain("hunter2");
    }

    @Test
    void settlesEvenIfTheOutcomeCanNeverBeRecorded() {
        handler.recording = () -> {
            throw new IllegalStateException();
        };
        drainOften();

        assertThat(queue.outbox.find(id)).map(Settled::outcome).contains(UNEXPECTED);
    }

    @Test
    void takesNothingForSettledWhoseFactsWereNotRecorded() {
        handler.recording = () -> {
            throw new IllegalStateException();
        };
        queue.worker.drain();
        assertThat(queue.outbox.find(id)).isEmpty();

        handler.recording = () -> {};
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();
        assertThat(queue.outbox.find(id)).isPresent();
    }

    @Test
    void picksUpWhatAKilledWorkerLeftOnceItsClaimHasEnded() {
        assertThat(queue.queue.next()).isPresent();
        database.clock.advance(Duration.ofSeconds(59));
        assertThat(queue.worker.drain()).isZero();

        database.clock.advance(Duration.ofSeconds(1));
        assertThat(queue.worker.drain()).isEqualTo(1);
        assertThat(handler.performed).extracting(Command::attempts).containsExactly(2);
    }

    @Test
    void callsAPersonWhenEveryAttemptKillsTheWorker() {
        for (int kill = 0; kill < 5; kill++) {
            assertThat(queue.queue.next()).isPresent();
            database.clock.advance(LONGER_THAN_ANY_WAIT);
        }
        queue.worker.drain();

        assertThat(handler.performed).isEmpty();
        assertThat(queue.outbox.find(id)).map(Settled::outcome).contains(UNEXPECTED);
    }

    @Test
    void recordsNothingOfAnAttemptThatLostItsClaim() {
        handler.performing = command -> {
            database.clock.advance(LONGER_THAN_ANY_WAIT);
            handler.performing = again -> Outcome.of(Outcome.State.REFUTED, Map.of());
            queue.worker.drain();
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        };
        queue.worker.drain();

        assertThat(handler.recorded).extracting(Outcome::state).containsExactly(Outcome.State.REFUTED);
    }

    @Test
    void letsOnlyOneOfTwoWorkersHaveACommand() {
        Instant now = database.clock.instant();
        QueueKey step = QueueKey.effect(RecordingHandler.STEP);

        assertThat(queue.claims.claim(step, List.of(id), "one", now, now.plusSeconds(60)))
                .hasSize(1);
        assertThat(queue.claims.claim(step, List.of(id), "other", now, now.plusSeconds(60)))
                .isEmpty();
    }

    private void drainOften() {
        for (int round = 0; round < 8; round++) {
            queue.worker.drain();
            database.clock.advance(LONGER_THAN_ANY_WAIT);
        }
    }
}
