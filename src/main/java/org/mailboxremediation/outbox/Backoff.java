package org.mailboxremediation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long to wait after a failure: growing with the time a command has been failing, 0.5 s to 60 s, with jitter. */
@Component
final class Backoff {

    private static final long LEAST_MILLIS = 500;
    private static final long MOST_MILLIS = 60_000;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** A wait of half to all of the time gone since the first failure doubles that time on average. */
    Duration after(@Nullable Instant firstFailure, Instant now) {
        long failing =
                firstFailure == null ? 0 : Duration.between(firstFailure, now).toMillis();
        long most = Math.max(LEAST_MILLIS * 2, Math.min(MOST_MILLIS, failing * 2));
        return Duration.ofMillis(random.nextLong(most / 2, most + 1));
    }
}
