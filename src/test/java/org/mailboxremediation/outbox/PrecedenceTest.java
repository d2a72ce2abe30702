package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PrecedenceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Bells bells = new Bells();
    private final Precedence precedence = new Precedence(bells);

    @Test
    void letsVerificationsWaitWhileLockOutsGoOut() {
        precedence.waits(Rank.LOCK_OUT, true, NOW);
        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusMillis(900)))
                .isTrue();

        precedence.waits(Rank.LOCK_OUT, true, NOW.plusMillis(900));
        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusMillis(1_800)))
                .isTrue();
    }

    @Test
    void letsThemGoOnBehindATargetThatHangs() {
        precedence.waits(Rank.LOCK_OUT, true, NOW);

        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void letsThemGoOnBehindATargetThatIsSlowForMinutes() {
        for (int millis = 0; millis <= 120_000; millis += 900) {
            precedence.waits(Rank.LOCK_OUT, true, NOW.plusMillis(millis));
        }
        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusMillis(119_999)))
                .isTrue();
        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusSeconds(120)))
                .isFalse();

        precedence.waits(Rank.LOCK_OUT, false, NOW.plusSeconds(121));
        precedence.waits(Rank.LOCK_OUT, true, NOW.plusSeconds(122));
        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusSeconds(122)))
                .isTrue();
    }

    @Test
    void ringsOnceNoLockOutWaitsAnyMore() throws InterruptedException {
        Bell bell = new Bell();
        bells.hang(QueueKey.verify("STEP"), bell);
        precedence.waits(Rank.LOCK_OUT, true, NOW);
        precedence.waits(Rank.LOCK_OUT, false, NOW.plusMillis(1));

        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW.plusMillis(1)))
                .isFalse();
        assertThat(bell.await(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void stopsOnlyWhatIsBehind() {
        precedence.waits(Rank.LOCK_OUT_VERIFICATION, true, NOW);

        assertThat(precedence.isStopped(Rank.OTHER, NOW)).isTrue();
        assertThat(precedence.isStopped(Rank.LOCK_OUT_VERIFICATION, NOW)).isFalse();
        assertThat(precedence.isStopped(Rank.LOCK_OUT, NOW)).isFalse();
    }

    @Test
    void mailToPeopleWaitsForNothing() {
        assertThat(Rank.of(QueueKey.effect("ALERT"), Demand.on(Target.MAIL).calls(2, 0)))
                .isEmpty();
        assertThat(Rank.of(QueueKey.effect("SETTINGS"), Demand.on(Target.PROVIDER)))
                .contains(Rank.OTHER);
    }
}
