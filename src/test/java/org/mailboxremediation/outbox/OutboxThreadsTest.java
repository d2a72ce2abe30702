package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
final class OutboxThreadsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final RecordingHandler handler = new RecordingHandler();
    private final CountDownLatch told = new CountDownLatch(1);
    private final OutboxFixture queue =
            new OutboxFixture(database, Clock.systemUTC(), List.of(handler), (command, outcome) -> {
                told.countDown();
                return true;
            });

    @AfterEach
    void close() {
        queue.worker.stop();
        database.close();
    }

    @Test
    void picksUpACommandOnceItIsCommitted() throws Exception {
        queue.worker.applicationReady();
        assertThat(queue.worker.isRunning()).isTrue();

        queue.owe("case", RecordingHandler.STEP, Map.of());

        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void waitsForWhatIsBeingPerformedWhenItStops() throws Exception {
        CountDownLatch performing = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        handler.performing = command -> {
            performing.countDown();
            await(stopping);
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        };
        queue.worker.applicationReady();
        String id = queue.owe("case", RecordingHandler.STEP, Map.of());
        assertThat(performing.await(10, TimeUnit.SECONDS)).isTrue();
        stopping.countDown();
        queue.worker.stop();

        assertThat(queue.outbox.find(id)).isPresent();
        assertThat(queue.worker.isRunning()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
