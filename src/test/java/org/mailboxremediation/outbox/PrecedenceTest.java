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
        precedence.lockOutsWait(true, NOW);
        assertThat(precedence.lockOutsFirst(NOW.plusMillis(900))).isTrue();

        precedence.lockOutsWait(true, NOW.plusMillis(900));
        assertThat(precedence.lockOutsFirst(NOW.plusMillis(1_800))).isTrue();
    }

    @Test
    void letsThemGoOnBehindATargetThatHangs() {
        precedence.lockOutsWait(true, NOW);

        assertThat(precedence.lockOutsFirst(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void ringsOnceNoLockOutWaitsAnyMore() throws InterruptedException {
        Bell bell = new Bell();
        bells.hang(QueueKey.verify("STEP"), bell);
        precedence.lockOutsWait(true, NOW);
        precedence.lockOutsWait(false, NOW.plusMillis(1));

        assertThat(precedence.lockOutsFirst(NOW.plusMillis(1))).isFalse();
        assertThat(bell.await(Duration.ofMillis(1))).isTrue();
    }
}
