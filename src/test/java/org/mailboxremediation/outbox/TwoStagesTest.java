package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
final class TwoStagesTest {

    private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofSeconds(61);

    private final CaseDatabase database = new CaseDatabase();
    private final SplitHandler handler = new SplitHandler();
    private final OutboxFixture queue = new OutboxFixture(database, List.of(handler));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void verifiesAnEffectOnceItWasAccepted() {
        String id = owe("case");

        assertThat(queue.worker.drain()).isEqualTo(2);

        assertThat(handler.asked).containsExactly("effect case", "accepted case", "verify case");
        assertThat(queue.outbox.find(id)).isPresent();
        assertThat(entry().state()).isEqualTo(CommandState.VERIFIED);
        assertThat(entry().acceptedAt()).isEqualTo(CaseDatabase.START);
        assertThat(handler.recorded).hasSize(1);
    }

    @Test
    void performsEveryEffectBeforeTheFirstVerification() {
        owe("one");
        owe("two");
        owe("three");

        queue.worker.drain();

        assertThat(handler.asked.subList(0, 6)).allMatch(asked -> !asked.startsWith("verify"));
    }

    @Test
    void isSentAndNotSettledWhileItIsToBeVerified() {
        handler.verifying = command -> Outcome.retry(Duration.ZERO, "down");
        owe("case");
        queue.worker.drain();

        assertThat(entry().state()).isEqualTo(CommandState.SENT);
        assertThat(entry().acceptedAt()).isNotNull();
        assertThat(entry().settledAt()).isNull();
    }

    @Test
    void looksAgainWithoutRepeatingTheEffectWhenItCouldNotLook() {
        handler.verifying = command -> Outcome.retry(Duration.ZERO, "down");
        owe("case");
        queue.worker.drain();
        handler.asked.clear();
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(handler.asked).containsExactly("verify case");
    }

    @Test
    void repeatsAnEffectThatWasSeenNotToHaveTaken() {
        handler.verifying = command -> Outcome.repeat(Duration.ZERO, "REFUTED");
        owe("case");
        queue.worker.drain();
        assertThat(entry().state()).isEqualTo(CommandState.PLANNED);
        handler.asked.clear();
        handler.verifying = command -> Outcome.of(Outcome.State.VERIFIED, Map.of());
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(handler.asked).containsExactly("effect case", "accepted case", "verify case");
        assertThat(entry().acceptedAt()).isEqualTo(CaseDatabase.START);
    }

    @Test
    void repeatsAnEffectWhoseWorkerDiedBeforeItsAcceptanceWasStored() {
        owe("case");
        assertThat(queue.queue.next()).isPresent();
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(handler.asked).containsExactly("effect case", "accepted case", "verify case");
    }

    @Test
    void verifiesOnlyWhenTheWorkerDiedInTheVerification() {
        handler.verifying = command -> Outcome.waitForBudget(Duration.ofSeconds(1));
        owe("case");
        queue.worker.drain();
        handler.asked.clear();
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        assertThat(queue.queue.next()).map(Work::queue).contains(QueueKey.verify(SplitHandler.STEP));
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        handler.verifying = command -> Outcome.of(Outcome.State.VERIFIED, Map.of());
        queue.worker.drain();

        assertThat(handler.asked).containsExactly("verify case");
    }

    @Test
    void callsAPersonWhenEveryVerificationKillsTheWorker() {
        handler.verifying = command -> Outcome.waitForBudget(Duration.ofSeconds(1));
        owe("case");
        queue.worker.drain();
        for (int kill = 0; kill < 5; kill++) {
            database.clock.advance(LONGER_THAN_ANY_WAIT);
            assertThat(queue.queue.next()).isPresent();
        }
        database.clock.advance(LONGER_THAN_ANY_WAIT);
        queue.worker.drain();

        assertThat(entry().state()).isEqualTo(CommandState.NEEDS_PERSON);
    }

    private String owe(String caseId) {
        return queue.owe(caseId, SplitHandler.STEP, Map.of());
    }

    @Test
    void isAcceptedWhenTheAnswerCameAndNotWhenThatIsRecorded() {
        List<Attempted> late = attempted("case", "lost");
        database.jdbc
                .sql("update outbox_command set claimed_by = 'another' where case_id = 'lost'")
                .update();
        database.clock.advance(Duration.ofSeconds(5));
        queue.recorder.recordAll(late);

        assertThat(entry().acceptedAt()).isEqualTo(CaseDatabase.START);
        assertThat(handler.asked).containsExactly("accepted case");
    }

    private List<Attempted> attempted(String... cases) {
        Stream.of(cases).forEach(id -> queue.owe(id, SplitHandler.STEP, Map.of()));
        Lane lane = Objects.requireNonNull(queue.queue.byTarget().get(Target.PROVIDER));
        return lane.next(new Room.Taken(cases.length, 0)).stream()
                .flatMap(work -> work.claims().stream())
                .map(claim -> new Attempted(claim, Outcome.accepted(), handler, database.clock.instant()))
                .toList();
    }

    private Entry entry() {
        return queue.outbox.findByKey("case", SplitHandler.STEP, 1).orElseThrow();
    }
}
