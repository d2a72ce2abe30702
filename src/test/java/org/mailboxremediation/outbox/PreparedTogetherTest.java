package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** Commands that were claimed together, prepared together and performed one by one (ADR 31). */
@Tag(DatabaseKind.TAG)
final class PreparedTogetherTest {

    private final CaseDatabase database = new CaseDatabase();
    private final SplitHandler lockOut = new SplitHandler();
    private final RecordingHandler other = new RecordingHandler(Target.PROVIDER);
    private final OutboxFixture queue = new OutboxFixture(database, List.of(lockOut, other));
    private final Lane lane = Objects.requireNonNull(queue.queue.byTarget().get(Target.PROVIDER));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachIsPerformedWithWhatWasReadForAll() {
        lockOuts("a", "b", "c");
        perform(new Room.Taken(3, 0));

        assertThat(lockOut.prepared).containsExactly(List.of("a", "b", "c"));
        assertThat(lockOut.performedPrepared).containsExactly("a", "b", "c");
    }

    @Test
    void oneByItselfIsNotPrepared() {
        lockOuts("a");
        perform(new Room.Taken(3, 0));

        assertThat(lockOut.prepared).isEmpty();
        assertThat(lockOut.asked).contains("effect a");
        assertThat(lockOut.performedPrepared).isEmpty();
    }

    @Test
    void eachIsPerformedWhereTheyCannotBePrepared() {
        lockOut.cannotPrepare = true;
        lockOuts("a", "b");
        perform(new Room.Taken(2, 0));

        assertThat(lockOut.asked).contains("effect a", "effect b");
    }

    @Test
    void oneThatEndedTheProcessIsLeftOut() {
        lockOuts("a", "b", "c");
        lane.next(new Room.Taken(1, 0));
        database.clock.advance(Duration.ofSeconds(61));
        lane.forget();
        perform(new Room.Taken(3, 0));

        assertThat(lockOut.prepared).containsExactly(List.of("b", "c"));
        assertThat(lockOut.performedPrepared).containsExactly("b", "c");
        assertThat(lockOut.asked).contains("effect a");
    }

    @Test
    void verificationIsNotPrepared() {
        lockOuts("a", "b");
        perform(new Room.Taken(2, 0));
        queue.worker.drain();

        assertThat(lockOut.prepared).hasSize(1);
        assertThat(lockOut.asked).endsWith("verify a", "verify b");
    }

    @Test
    void onlyLockOutsAreClaimedAhead() {
        for (String caseId : List.of("x", "y", "z")) {
            queue.owe(caseId, RecordingHandler.STEP, Map.of(), Priority.NOTICE);
        }
        assertThat(lane.next(new Room.Taken(0, 2))).isEmpty();
        lockOuts("a", "b", "c");
        lane.forget();

        assertThat(cases(lane.next(new Room.Taken(0, 2)))).containsExactly("a", "b");
        assertThat(cases(lane.next(new Room.Taken(2, 2)))).startsWith("c").hasSizeLessThanOrEqualTo(2);
    }

    private static List<String> cases(List<Work> works) {
        return works.stream()
                .map(work -> work.claims().get(0).command().caseId())
                .toList();
    }

    /** As a dispatcher and its workers do. */
    private void perform(Room.Taken room) {
        queue.attempts.prepare(lane.next(room)).forEach(queue.attempts::work);
    }

    private void lockOuts(String... cases) {
        for (String caseId : cases) {
            queue.owe(caseId, SplitHandler.STEP, Map.of());
            database.clock.advance(Duration.ofMillis(1));
        }
    }
}
