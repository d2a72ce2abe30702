package org.mailboxremediation.process.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hundred cases over the real models on an engine in memory; {@code -Dwalks.models=N} walks more of them,
 * {@code -Dwalks.seed=N} others.
 */
class ModelWalksTest {

    @TempDir
    private Path data;

    @Test
    void gateGatewayAndRestoringActionAnswerAsTheOracleAfterEachStep() {
        long first = Long.getLong("walks.seed", 1);
        long count = Long.getLong("walks.models", 300);
        try (EngineInMemory engine = new EngineInMemory(data)) {
            Tally tally = new Tally();
            LongStream.range(first, first + count).forEach(seed -> walk(engine, seed, tally));
            assertThat(tally.closed).isEqualTo(count);
            assertThat(tally.happened).as("each kind of trouble came up").containsAll(Trouble.all());
            assertThat(tally.secondChanges).as("cases with a second change").isGreaterThan(count / 4);
        }
    }

    private static void walk(EngineInMemory engine, long seed, Tally tally) {
        CaseOnModels walk = new CaseOnModels(engine, new Random(seed), "walk" + seed);
        try {
            walk.live(tally);
        } catch (AssertionError | RuntimeException different) {
            throw new AssertionError("seed " + seed + ": " + different.getMessage() + "\n" + walk, different);
        }
    }
}
