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
        assertThat(spend(budget, NOW)).isZero();
        assertThat(spend(budget, NOW.plusSeconds(50))).isZero();

        assertThat(spend(budget, NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(2));
        assertThat(spend(budget, NOW.plusSeconds(61))).isZero();
        assertThat(spend(budget, NOW.plusSeconds(62))).isEqualTo(Duration.ofSeconds(49));
    }

    @Test
    void countsARequestFromItsEnd() {
        Budget budget = new Budget(1);
        assertThat(budget.begin(NOW)).isZero();
        assertThat(budget.left(NOW)).isZero();
        assertThat(budget.begin(NOW.plusSeconds(61))).isPositive();
        budget.end(NOW.plusSeconds(10));

        assertThat(budget.begin(NOW.plusSeconds(61))).isEqualTo(Duration.ofSeconds(10));
        assertThat(budget.begin(NOW.plusSeconds(71))).isZero();
    }

    @Test
    void spendsWithoutEndWhenUnlimited() {
        Budget budget = new Budget(0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(spend(budget, NOW)).isZero();
        }
        assertThat(budget.left(NOW)).isEqualTo(Integer.MAX_VALUE);
        assertThat(budget.beginnings(NOW)).isEmpty();
    }

    @Test
    void isLeftAloneAfterARefusalAndThenTriedByOneRequest() {
        Budget budget = new Budget(5);
        budget.begin(NOW);
        assertThat(budget.refused(NOW)).hasSeconds(20);

        assertThat(budget.begin(NOW.plusSeconds(5))).isEqualTo(Duration.ofSeconds(15));
        assertThat(budget.left(NOW.plusSeconds(19))).isZero();
        assertThat(budget.left(NOW.plusSeconds(20))).isEqualTo(1);
        assertThat(budget.begin(NOW.plusSeconds(20))).isZero();
        assertThat(budget.begin(NOW.plusSeconds(20))).isPositive();
        budget.end(NOW.plusSeconds(21));
        assertThat(budget.left(NOW.plusSeconds(21))).isEqualTo(3);
    }

    @Test
    void isLeftAloneLongerEachTimeItIsRefused() {
        Budget budget = new Budget(5);
        Instant now = NOW;
        for (int seconds : new int[] {20, 40, 61, 61}) {
            assertThat(budget.begin(now)).isZero();
            assertThat(budget.refused(now)).hasSeconds(seconds);
            now = now.plusSeconds(seconds);
        }
    }

    @Test
    void tellsWhenTheNextRequestsCanBegin() {
        Budget budget = new Budget(3);
        spend(budget, NOW.minusSeconds(51));
        spend(budget, NOW.minusSeconds(31));

        assertThat(budget.beginnings(NOW)).containsExactly(NOW, NOW.plusSeconds(10), NOW.plusSeconds(30));
    }

    private static Duration spend(Budget budget, Instant now) {
        Duration wait = budget.begin(now);
        if (wait.isZero()) {
            budget.end(now);
        }
        return wait;
    }
}
