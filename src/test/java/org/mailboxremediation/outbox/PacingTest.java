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
import org.mailboxremediation.outbox.Pace.Kind;

/** Ten thousand lock-outs wait for budget: what they cost, and whom they hold up. */
@Tag(DatabaseKind.TAG)
@Tag(DatabaseKind.ONCE)
final class PacingTest {

    private static final int MANY = 10_000;
    private static final int HIGH = Priority.LOCK_OUT + 3;
    private static final int CRITICAL = Priority.LOCK_OUT + 4;

    private final CaseDatabase database = new CaseDatabase();
    private final FakePace pace = new FakePace(8);
    private final SplitHandler lockOut = new SplitHandler();
    private final RecordingHandler mail = new RecordingHandler(Target.MAIL);
    private final SettingsHandler settings = new SettingsHandler();
    private final OutboxFixture queue =
            new OutboxFixture(database, database.clock, pace, List.of(lockOut, mail, settings));

    PacingTest() {
        lockOut.performing = command -> {
            pace.spend(Kind.WRITE);
            return Outcome.accepted();
        };
        lockOut.verifying = command -> {
            pace.spend(Kind.READ);
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        };
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commandsThatWaitForBudgetAreNotTouched() {
        owe(MANY);
        queue.worker.drain();
        assertThat(lockOut.asked.stream().filter(asked -> asked.startsWith("effect")))
                .hasSize(8);

        pace.fill(Kind.READ, 8);
        for (int second = 0; second < 100; second++) {
            database.clock.advance(Duration.ofSeconds(1));
            assertThat(queue.worker.drain()).isZero();
        }
        assertThat(sum("attempts")).isEqualTo(2 * 8);
        assertThat(count("first_failure is not null")).isZero();
        assertThat(count("state = 'PLANNED' and not_before = created_at")).isEqualTo(MANY - 8);
    }

    @Test
    void aMailLeavesWhileTenThousandLockOutsWait() {
        owe(MANY);
        queue.worker.drain();
        queue.owe("mail", RecordingHandler.STEP, Map.of(), Priority.NOTICE);
        queue.worker.drain();

        assertThat(mail.performed).hasSize(1);
    }

    @Test
    void aNewCriticalMailboxGoesToTheFront() {
        owe(MANY);
        queue.worker.drain();
        lockOut.asked.clear();
        database.clock.advance(Duration.ofSeconds(1));
        queue.owe("new", SplitHandler.STEP, Map.of(), CRITICAL);
        pace.fill(Kind.WRITE, 1);
        queue.worker.drain();

        assertThat(lockOut.asked).startsWith("effect new");
        assertThat(lockOut.asked).doesNotContain("effect case8");
    }

    @Test
    void verificationsAreNotHeldByTheWritesThatAreSpent() {
        pace.fill(Kind.READ, 0);
        owe(8);
        queue.worker.drain();
        assertThat(lockOut.asked).hasSize(16).noneMatch(asked -> asked.startsWith("verify"));

        pace.fill(Kind.WRITE, 0);
        pace.fill(Kind.READ, 3);
        database.clock.advance(Duration.ofSeconds(1));
        queue.worker.drain();
        assertThat(lockOut.asked.stream().filter(asked -> asked.startsWith("verify")))
                .hasSize(3);
    }

    @Test
    void aQuarterOfTheBudgetIsLeftForLockOuts() {
        for (int i = 0; i < 20; i++) {
            queue.owe("settings" + i, SettingsHandler.STEP, Map.of(), Priority.SETTINGS);
        }
        queue.worker.drain();
        assertThat(pace.left(Kind.WRITE)).isEqualTo(2);

        queue.owe("case", SplitHandler.STEP, Map.of(), HIGH);
        queue.worker.drain();
        assertThat(lockOut.asked).contains("effect case");
    }

    @Test
    void aStepThatNeedsMoreThanAMinuteAllowsGetsItsTurn() {
        settings.usualWrites = 50;
        OutboxFixture other = new OutboxFixture(database, database.clock, pace, List.of(settings));
        other.owe("case", SettingsHandler.STEP, Map.of(), Priority.SETTINGS);

        assertThat(other.worker.drain()).isEqualTo(1);
    }

    private void owe(int count) {
        database.inTransaction(() -> {
            for (int i = 0; i < count; i++) {
                queue.outbox.enqueue("case" + i, SplitHandler.STEP, 1, Map.of(), HIGH);
            }
        });
    }

    private int sum(String column) {
        return database.jdbc
                .sql("select sum(" + column + ") from outbox_command")
                .query(Integer.class)
                .single();
    }

    private int count(String where) {
        return database.jdbc
                .sql("select count(*) from outbox_command where " + where)
                .query(Integer.class)
                .single();
    }

    /** Needs one write, and is no lock-out. */
    private final class SettingsHandler implements EffectHandler {

        static final String STEP = "SETTINGS_STEP";

        int usualWrites = 1;

        @Override
        public String step() {
            return STEP;
        }

        @Override
        public Demand demand() {
            return Demand.on(Target.PROVIDER).calls(0, usualWrites);
        }

        @Override
        public Outcome perform(Command command) {
            pace.spend(Kind.WRITE);
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        }

        @Override
        public void record(Command command, Outcome outcome) {}
    }
}
