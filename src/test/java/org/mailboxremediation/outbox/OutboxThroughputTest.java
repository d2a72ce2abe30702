package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mailboxremediation.CaseDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the queue itself costs: ten thousand commands whose handlers do nothing. */
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
final class OutboxThroughputTest {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxThroughputTest.class);
    private static final int MANY = 10_000;

    private final CaseDatabase database = new CaseDatabase();
    private final SplitHandler handler = new SplitHandler();
    private final CountDownLatch told = new CountDownLatch(MANY);
    private final OutboxFixture queue =
            new OutboxFixture(database, Clock.systemUTC(), Pace.NONE, List.of(handler), (command, outcome) -> {
                told.countDown();
                return true;
            });

    @AfterEach
    void close() {
        queue.worker.stop();
        database.close();
    }

    @Test
    void settlesAThousandCommandsASecond() throws Exception {
        handler.performing = command -> Outcome.of(Outcome.State.VERIFIED, Map.of());

        assertThat(settleAll()).isLessThan(Duration.ofSeconds(MANY / 1_000));
    }

    @Test
    void acceptsAndVerifiesFiveHundredCommandsASecond() throws Exception {
        assertThat(settleAll()).isLessThan(Duration.ofSeconds(MANY / 500));
    }

    private Duration settleAll() throws InterruptedException {
        database.inTransaction(() -> {
            for (int i = 0; i < MANY; i++) {
                queue.outbox.enqueue("case" + i, SplitHandler.STEP, 1, Map.of(), Priority.LOCK_OUT);
            }
        });
        Clock clock = Clock.systemUTC();
        Instant start = clock.instant();
        queue.worker.applicationReady();
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        Duration took = Duration.between(start, clock.instant());
        LOG.warn("{} commands took {}", MANY, took);
        return took;
    }
}
