package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class BudgetTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void neverSpendsMoreThanItsLimitInAnyMinute() {
        Budget budget = new Budget(2);
        assertThat(budget.spend(NOW)).isZero();
        assertThat(budget.spend(NOW.plusSeconds(50))).isZero();

        assertThat(budget.spend(NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(2));
        assertThat(budget.spend(NOW.plusSeconds(61))).isZero();
        assertThat(budget.spend(NOW.plusSeconds(62))).isEqualTo(Duration.ofSeconds(49));
    }

    @Test
    void spendsWithoutEndWhenUnlimited() {
        Budget budget = new Budget(0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(budget.spend(NOW)).isZero();
        }
    }

    @Test
    void spendsNothingWhilePaused() {
        Budget budget = new Budget(0);
        budget.pause(NOW.plusSeconds(20));

        assertThat(budget.spend(NOW.plusSeconds(5))).isEqualTo(Duration.ofSeconds(15));
        assertThat(budget.spend(NOW.plusSeconds(20))).isZero();
    }
}
