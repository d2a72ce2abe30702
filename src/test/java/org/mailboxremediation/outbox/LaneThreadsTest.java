package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** The lanes with their threads. The poll is an hour: whatever happens in time was rung for. */
@Tag(DatabaseKind.TAG)
@Tag(DatabaseKind.ONCE)
final class LaneThreadsTest {

    private static final OutboxProperties TWO_WORKERS = new OutboxProperties(
            true, 2, Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofMinutes(15), Map.of());

    private final CaseDatabase database = new CaseDatabase();
    private final SplitHandler lockOut = new SplitHandler();
    private final RecordingHandler mail = new RecordingHandler(Target.MAIL);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final OutboxFixture queue = new OutboxFixture(
            database, Clock.systemUTC(), TWO_WORKERS, Pace.NONE, List.of(lockOut, mail), (command, outcome) -> true);

    @AfterEach
    void close() {
        hanging.countDown();
        queue.worker.stop();
        database.close();
    }

    @Test
    void verifiesAtOnceWhenNothingElseWaits() throws Exception {
        CountDownLatch verified = new CountDownLatch(1);
        lockOut.verifying = command -> counted(verified);
        queue.worker.applicationReady();
        lockOut("case");

        assertThat(verified.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void loginServersThatHangDelayNoLockOut() throws Exception {
        CountDownLatch stuck = new CountDownLatch(2);
        CountDownLatch written = new CountDownLatch(1);
        lockOut.verifying = command -> hang(stuck);
        queue.worker.applicationReady();
        lockOut("one");
        lockOut("two");
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        lockOut.performing = command -> {
            written.countDown();
            return Outcome.accepted();
        };
        lockOut("three");

        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void providerThatHangsDelaysNoMail() throws Exception {
        CountDownLatch stuck = new CountDownLatch(2);
        CountDownLatch sent = new CountDownLatch(1);
        lockOut.performing = command -> hang(stuck);
        mail.performing = command -> counted(sent);
        queue.worker.applicationReady();
        for (String caseId : List.of("one", "two", "three", "four")) {
            lockOut(caseId);
        }
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        queue.owe("five", RecordingHandler.STEP, Map.of(), Priority.NOTICE);

        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void mailServerThatHangsDelaysNoLockOut() throws Exception {
        CountDownLatch stuck = new CountDownLatch(2);
        CountDownLatch verified = new CountDownLatch(1);
        mail.performing = command -> hang(stuck);
        lockOut.verifying = command -> counted(verified);
        queue.worker.applicationReady();
        for (String caseId : List.of("one", "two", "three", "four")) {
            queue.owe(caseId, RecordingHandler.STEP, Map.of(), Priority.NOTICE);
        }
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        lockOut("five");

        assertThat(verified.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** On the lock-out's own target: the other worker is free for it. */
    @Test
    void lockOutIsNotDelayedByManyThatArePerformedTogether() throws Exception {
        TogetherHandler many = new TogetherHandler();
        many.demand = Demand.on(Target.PROVIDER);
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch verified = new CountDownLatch(1);
        many.performingTogether = commands -> {
            hang(stuck);
            return many.each(commands);
        };
        lockOut.verifying = command -> counted(verified);
        OutboxFixture both = new OutboxFixture(
                database,
                Clock.systemUTC(),
                TWO_WORKERS,
                Pace.NONE,
                List.of(lockOut, many),
                (command, outcome) -> true);
        for (String caseId : List.of("one", "two", "three", "four")) {
            both.owe(caseId, TogetherHandler.STEP, Map.of(), Priority.NOTICE);
        }
        both.worker.applicationReady();
        try {
            assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
            both.owe("five", SplitHandler.STEP, Map.of());
            assertThat(verified.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(many.together).hasSize(1);
        } finally {
            hanging.countDown();
            both.worker.stop();
        }
    }

    @Test
    void whatHasGatheredGoesOutWithoutBeingRungFor() throws Exception {
        TogetherHandler many = new TogetherHandler(Duration.ofMillis(300));
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        many.performing = command -> {
            first.countDown();
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        };
        many.performingTogether = commands -> {
            commands.forEach(command -> others.countDown());
            return many.each(commands);
        };
        OutboxFixture gathering = new OutboxFixture(
                database, Clock.systemUTC(), TWO_WORKERS, Pace.NONE, List.of(many), (command, outcome) -> true);
        gathering.worker.applicationReady();
        try {
            gathering.owe("one", TogetherHandler.STEP, Map.of());
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            database.inTransaction(() -> {
                gathering.outbox.enqueue("two", TogetherHandler.STEP, 1, Map.of(), Priority.NOTICE);
                gathering.outbox.enqueue("three", TogetherHandler.STEP, 1, Map.of(), Priority.NOTICE);
            });
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            gathering.worker.stop();
        }
    }

    @Test
    void writesOfABurstGoOutBeforeTheFirstVerification() throws Exception {
        int burst = 40;
        CountDownLatch verified = new CountDownLatch(burst);
        lockOut.verifying = command -> counted(verified);
        database.inTransaction(() -> {
            for (int i = 0; i < burst; i++) {
                queue.outbox.enqueue("case" + i, SplitHandler.STEP, 1, Map.of(), Priority.LOCK_OUT);
            }
        });
        queue.worker.applicationReady();

        assertThat(verified.await(20, TimeUnit.SECONDS)).isTrue();
        // The last two are with the workers when no further write waits.
        assertThat(lockOut.asked.stream()
                        .takeWhile(asked -> !asked.startsWith("verify"))
                        .filter(asked -> asked.startsWith("effect")))
                .hasSizeGreaterThanOrEqualTo(burst - 2);
    }

    @Test
    void mailAndCriticalMailboxPassTenThousandThatWaitForBudget() throws Exception {
        FakePace pace = new FakePace(100);
        pace.fill(Pace.Kind.WRITE, 0);
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        mail.performing = command -> counted(sent);
        lockOut.performing = command -> {
            pace.spend(Pace.Kind.WRITE);
            written.countDown();
            return Outcome.retry(Duration.ofMinutes(1), "test");
        };
        OutboxFixture paced = new OutboxFixture(database, Clock.systemUTC(), pace, List.of(lockOut, mail));
        database.inTransaction(() -> {
            for (int i = 0; i < 10_000; i++) {
                paced.outbox.enqueue("case" + i, SplitHandler.STEP, 1, Map.of(), Priority.LOCK_OUT + 1);
            }
        });
        paced.worker.applicationReady();
        try {
            paced.owe("mail", RecordingHandler.STEP, Map.of(), Priority.NOTICE);
            assertThat(sent.await(5, TimeUnit.SECONDS)).isTrue();
            paced.owe("critical", SplitHandler.STEP, Map.of(), Priority.LOCK_OUT + 4);
            pace.fill(Pace.Kind.WRITE, 1);
            assertThat(written.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(lockOut.asked).containsExactly("effect critical");
        } finally {
            paced.worker.stop();
        }
    }

    private void lockOut(String caseId) {
        queue.owe(caseId, SplitHandler.STEP, Map.of());
    }

    private Outcome hang(CountDownLatch stuck) {
        stuck.countDown();
        try {
            hanging.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        return Outcome.retry(Duration.ZERO, "hung");
    }

    private static Outcome counted(CountDownLatch latch) {
        latch.countDown();
        return Outcome.of(Outcome.State.VERIFIED, Map.of());
    }
}
