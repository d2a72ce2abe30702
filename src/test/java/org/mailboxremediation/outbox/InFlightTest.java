package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;

final class InFlightTest {

    /** Less than the fixture's claims last. */
    private static final Duration A_WHILE = Duration.ofSeconds(50);

    private final CaseDatabase database = new CaseDatabase();
    private final OutboxFixture one = new OutboxFixture(database, List.of(new RecordingHandler()));
    private final OutboxFixture other = new OutboxFixture(database, List.of(new RecordingHandler()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsTheClaimOfAnAttemptThatLasts() {
        one.owe("case", RecordingHandler.STEP, Map.of());
        assertThat(one.queue.next()).isPresent();
        for (int i = 0; i < 4; i++) {
            database.clock.advance(A_WHILE);
            one.inFlight.extend();
            assertThat(other.worker.drain()).isZero();
        }
    }

    @Test
    void takesAWorkerThatNeverComesBackForDead() {
        one.owe("case", RecordingHandler.STEP, Map.of());
        assertThat(one.queue.next()).isPresent();
        for (int i = 0; i < 8; i++) {
            database.clock.advance(A_WHILE);
            one.inFlight.extend();
        }

        assertThat(other.worker.drain()).isOne();
    }

    @Test
    void keepsNothingThatHasEnded() {
        String id = one.owe("case", RecordingHandler.STEP, Map.of());
        one.worker.drain();
        one.inFlight.extend();

        assertThat(one.outbox.find(id)).isPresent();
    }
}
