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
final class OutboxWorkerTest {

    private final CaseDatabase database = new CaseDatabase();
    private final RecordingHandler handler = new RecordingHandler();
    private final OutboxFixture queue = new OutboxFixture(database, List.of(handler));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void settlesTheCommandTogetherWithItsFacts() {
        String id = owe("case");

        assertThat(queue.worker.drain()).isEqualTo(1);

        Settled settled = queue.outbox.find(id).orElseThrow();
        assertThat(settled.outcome()).isEqualTo(Outcome.of(Outcome.State.VERIFIED, Map.of("by", "test")));
        assertThat(settled.command().attempts()).isEqualTo(1);
        assertThat(handler.recorded).containsExactly(settled.outcome());
        assertThat(queue.worker.drain()).isZero();
    }

    @Test
    void servesTheMostUrgentAndThenTheOldestFirst() {
        queue.owe("late", RecordingHandler.STEP, Map.of(), Priority.NOTICE);
        database.clock.advance(Duration.ofMillis(1));
        owe("first");
        database.clock.advance(Duration.ofMillis(1));
        owe("second");

        queue.worker.drain();

        assertThat(handler.performed).extracting(Command::caseId).containsExactly("first", "second", "late");
    }

    @Test
    void triesAgainAfterAtLeastTheWaitItWasTold() {
        handler.performing = command -> Outcome.retry(Duration.ofSeconds(20), "down");
        owe("case");
        queue.worker.drain();

        assertThat(entry("case").details()).containsEntry("why", "down");
        database.clock.advance(Duration.ofSeconds(19));
        assertThat(queue.worker.drain()).isZero();
        database.clock.advance(Duration.ofSeconds(1));
        assertThat(queue.worker.drain()).isEqualTo(1);
        assertThat(handler.recorded).isEmpty();
    }

    @Test
    void callsAPersonWhenItFailedForTooLong() {
        handler.performing = command -> Outcome.retry(Duration.ZERO, "down");
        owe("case");
        for (int minute = 0; minute < 15; minute++) {
            queue.worker.drain();
            assertThat(entry("case").state()).isEqualTo(CommandState.PLANNED);
            database.clock.advance(Duration.ofMinutes(1));
        }
        queue.worker.drain();

        assertThat(entry("case").state()).isEqualTo(CommandState.NEEDS_PERSON);
        assertThat(handler.recorded).containsExactly(needsPerson("down"));
    }

    @Test
    void neverCountsWaitingForBudgetAsFailing() {
        handler.performing = command -> Outcome.retry(Duration.ZERO, "down");
        owe("case");
        queue.worker.drain();
        database.clock.advance(Duration.ofMinutes(1));
        handler.performing = command -> Outcome.waitForBudget(Duration.ofMinutes(60));
        queue.worker.drain();
        database.clock.advance(Duration.ofMinutes(60));
        handler.performing = command -> Outcome.retry(Duration.ZERO, "down");
        queue.worker.drain();

        assertThat(entry("case").state()).isEqualTo(CommandState.PLANNED);
        database.clock.advance(Duration.ofMinutes(14));
        queue.worker.drain();
        assertThat(entry("case").state()).isEqualTo(CommandState.NEEDS_PERSON);
    }

    @Test
    void leavesTheStepsOtherCommandsAloneWhileBudgetIsSpent() {
        handler.performing = command -> Outcome.waitForBudget(Duration.ofSeconds(30));
        owe("one");
        owe("two");

        assertThat(queue.worker.drain()).isEqualTo(1);
        database.clock.advance(Duration.ofSeconds(30));
        handler.performing = command -> Outcome.of(Outcome.State.VERIFIED, Map.of());
        assertThat(queue.worker.drain()).isEqualTo(2);
    }

    @Test
    void doesNotSpinWhenToldToWaitForNothing() {
        handler.performing = command -> Outcome.waitForBudget(Duration.ZERO);
        owe("case");

        assertThat(queue.worker.drain()).isEqualTo(1);
    }

    @Test
    void callsAPersonForAStepThatNobodyServes() {
        String id = queue.owe("case", "UNHEARD_OF", Map.of());

        queue.worker.drain();

        assertThat(queue.outbox.find(id)).map(Settled::outcome).contains(needsPerson("no-handler"));
    }

    private String owe(String caseId) {
        return queue.owe(caseId, RecordingHandler.STEP, Map.of());
    }

    private Entry entry(String caseId) {
        return queue.outbox.findByKey(caseId, RecordingHandler.STEP, 1).orElseThrow();
    }

    private static Outcome needsPerson(String why) {
        return Outcome.of(Outcome.State.NEEDS_PERSON, Map.of("why", why));
    }
}
