package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** Commands that one worker performs together: none is lost, none waits for another that fails (promise P9). */
@Tag(DatabaseKind.TAG)
final class PerformedTogetherTest {

    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofSeconds(61);

    private final CaseDatabase database = new CaseDatabase();
    private final TogetherHandler handler = new TogetherHandler();
    private final RecordingHandler ordinary = new RecordingHandler(Target.MAIL);
    private final OutboxFixture queue = new OutboxFixture(database, List.of(handler, ordinary));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theOldestGoTogetherAndNoMoreThanTheHandlerTakes() {
        owe("a", "b", "c", "d", "e");

        assertThat(queue.worker.drain()).isEqualTo(5);
        assertThat(handler.together).containsExactly(List.of("a", "b", "c", "d"));
        assertThat(handler.alone).extracting(Command::caseId).containsExactly("e");
        assertThat(handler.recorded).containsExactly("a", "b", "c", "d", "e");
        assertThat(queue.worker.drain()).isZero();
    }

    @Test
    void ordinaryCommandsAmongThemGoByThemselves() {
        owe("a");
        queue.owe("x", RecordingHandler.STEP, Map.of());
        owe("b");
        queue.owe("y", RecordingHandler.STEP, Map.of());
        queue.worker.drain();

        assertThat(handler.together).containsExactly(List.of("a", "b"));
        assertThat(ordinary.performed).extracting(Command::caseId).containsExactly("x", "y");
    }

    @Test
    void eachEndsByItself() {
        handler.performing = command -> command.caseId().equals("b")
                ? Outcome.retry(Duration.ofSeconds(20), "down")
                : Outcome.of(Outcome.State.VERIFIED, Map.of());
        owe("a", "b", "c");
        queue.worker.drain();

        assertThat(handler.recorded).containsExactly("a", "c");
        assertThat(entry("b").state()).isEqualTo(CommandState.PLANNED);
        assertThat(entry("b").details()).containsEntry("why", "down");
    }

    @Test
    void thosePostponedGoTogetherAgainWithTheirAttemptsCounted() {
        handler.performing = command -> Outcome.retry(Duration.ZERO, "down");
        owe("a", "b");
        queue.worker.drain();
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(handler.together).containsExactly(List.of("a", "b"), List.of("a", "b"));
        assertThat(entry("a").command().attempts()).isEqualTo(2);
        assertThat(entry("b").command().attempts()).isEqualTo(2);
    }

    @Test
    void thoseThatFailTogetherAreTriedOneByOneAndOnlyTheBrokenOneGoesOnFailing() {
        handler.performing = command -> {
            if (command.caseId().equals("b")) {
                throw new IllegalStateException();
            }
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        };
        owe("a", "b", "c");
        queue.worker.drain();
        assertThat(handler.recorded).isEmpty();

        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();
        assertThat(handler.alone).extracting(Command::caseId).containsExactly("a", "b", "c");
        assertThat(handler.recorded).containsExactly("a", "c");

        drainOften();
        assertThat(handler.together).hasSize(1);
        assertThat(entry("b").state()).isEqualTo(CommandState.NEEDS_PERSON);
        assertThat(entry("b").details()).containsEntry("why", "unexpected");
    }

    @Test
    void aNewcomerDoesNotWaitForOneThatGoesOnFailing() {
        handler.performingTogether = commands -> {
            throw new IllegalStateException();
        };
        handler.performing = command -> Outcome.retry(Duration.ZERO, "down");
        owe("a", "b");
        queue.worker.drain();
        handler.performingTogether = handler::each;
        owe("c", "d");
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(handler.alone).extracting(Command::caseId).containsExactly("a", "b");
        assertThat(handler.together).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void oneThatIsLeftOutIsTriedAgainAlone() {
        handler.performingTogether = commands -> handler.each(commands.subList(1, commands.size()));
        owe("a", "b", "c");
        queue.worker.drain();
        assertThat(handler.recorded).containsExactly("b", "c");

        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();
        assertThat(handler.recorded).containsExactly("b", "c", "a");
        assertThat(handler.alone).extracting(Command::attempts).containsExactly(2);
    }

    @Test
    void oneWhoseFactsCannotBeRecordedTakesNoOtherWithIt() {
        handler.unrecorded = "b";
        owe("a", "b", "c");
        queue.worker.drain();
        assertThat(entry("a").state()).isEqualTo(CommandState.VERIFIED);
        assertThat(entry("b").state()).isEqualTo(CommandState.PLANNED);
        assertThat(entry("c").state()).isEqualTo(CommandState.VERIFIED);

        handler.unrecorded = "";
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();
        assertThat(entry("b").state()).isEqualTo(CommandState.VERIFIED);
        assertThat(handler.alone).extracting(Command::caseId).containsExactly("b");
    }

    @Test
    void whatAKilledWorkerLeftIsRepeatedTogetherOnceAndThenOneByOne() {
        owe("a", "b");
        assertThat(queue.queue.next()).map(work -> work.claims().size()).contains(2);
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        assertThat(queue.queue.next()).map(work -> work.claims().size()).contains(2);
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(handler.together).isEmpty();
        assertThat(handler.alone).extracting(Command::caseId).containsExactly("a", "b");
        assertThat(handler.alone).extracting(Command::attempts).containsExactly(3, 3);
    }

    @Test
    void allTheirClaimsAreKeptForAsLongAsTheyArePerformed() {
        OutboxFixture other = new OutboxFixture(database, List.of(new TogetherHandler()));
        owe("a", "b");
        assertThat(queue.queue.next()).isPresent();
        for (int i = 0; i < 4; i++) {
            database.clock.advance(Duration.ofSeconds(50));
            queue.inFlight.extend();
            assertThat(other.worker.drain()).isZero();
        }
    }

    @Test
    void theirClaimsEndWithThem() {
        handler.performing = command -> Outcome.retry(Duration.ZERO, "down");
        owe("a", "b");
        queue.worker.drain();
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.inFlight.extend();

        assertThat(entry("a").claimedUntil()).isBefore(database.clock.instant());
    }

    @Test
    void aStepThatLocksOutOrAsksForBudgetIsPerformedForItself() {
        handler.demand = Demand.on(Target.PROVIDER).calls(0, 1);
        assertThatIllegalStateException().isThrownBy(() -> new OutboxFixture(database, List.of(handler)));
        handler.demand = Demand.on(Target.PROVIDER).forLockOut();
        assertThatIllegalStateException().isThrownBy(() -> new OutboxFixture(database, List.of(handler)));
    }

    private void owe(String... cases) {
        for (String caseId : cases) {
            queue.owe(caseId, TogetherHandler.STEP, Map.of());
            database.clock.advance(Duration.ofMillis(1));
        }
    }

    private Entry entry(String caseId) {
        return queue.outbox.findByKey(caseId, TogetherHandler.STEP, 1).orElseThrow();
    }

    private void drainOften() {
        for (int round = 0; round < 8; round++) {
            queue.worker.drain();
            database.clock.advance(LONGER_THAN_ANY_WAIT);
        }
    }
}
