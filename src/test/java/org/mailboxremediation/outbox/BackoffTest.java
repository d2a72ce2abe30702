package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Backoff backoff = new Backoff(new Random(11));

    @Test
    void waitsHalfASecondToASecondAtFirst() {
        assertThat(backoff.after(null, NOW)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void growsWithTheTimeOfFailing() {
        assertThat(backoff.after(NOW.minusSeconds(10), NOW)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void neverWaitsLongerThanAMinute() {
        assertThat(backoff.after(NOW.minusSeconds(3600), NOW))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
