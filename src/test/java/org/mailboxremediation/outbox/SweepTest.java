package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
final class SweepTest {

    private final CaseDatabase database = new CaseDatabase();
    private final Set<String> awaited = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final OutboxFixture queue =
            new OutboxFixture(database, List.of(new RecordingHandler()), (command, outcome) -> {
                told.add(command.caseId());
                return awaited.contains(command.caseId());
            });

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void signalsUntilSomebodyIsDoneWithIt() {
        owe("case");
        queue.worker.drain();
        assertThat(told).containsExactly("case", "case");

        awaited.add("case");
        queue.worker.drain();
        queue.worker.drain();
        assertThat(told).hasSize(3);
    }

    @Test
    void takesAListenerThatFailsForOneThatIsNotDone() {
        OutboxFixture failing = new OutboxFixture(database, List.of(new RecordingHandler()), (command, outcome) -> {
            throw new IllegalStateException();
        });
        owe("case");
        failing.worker.drain();
        awaited.add("case");
        queue.worker.drain();

        assertThat(told).containsExactly("case");
    }

    @Test
    void letsNoneStarveBehindThoseThatNobodyAwaits() {
        for (int i = 0; i < 250; i++) {
            owe("hopeless" + i);
        }
        queue.worker.drain();
        database.clock.advance(Duration.ofSeconds(1));
        owe("awaited");
        queue.worker.drain();
        awaited.add("awaited");
        told.clear();
        queue.worker.drain();
        queue.worker.drain();
        queue.worker.drain();

        assertThat(told).contains("awaited");
        assertThat(told.size()).isLessThanOrEqualTo(300);
    }

    @Test
    void triesWhatIsOlderThanAnHourOnceAMinute() {
        owe("case");
        queue.worker.drain();
        database.clock.advance(Duration.ofMinutes(61));
        told.clear();
        queue.worker.drain();
        queue.worker.drain();
        assertThat(told).hasSize(1);

        database.clock.advance(Duration.ofMinutes(1));
        queue.worker.drain();
        assertThat(told).hasSize(2);
    }

    private void owe(String caseId) {
        queue.owe(caseId, RecordingHandler.STEP, Map.of());
    }
}
