package org.mailboxremediation.process.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.database.DatabaseKind;

/**
 * Three hundred cases over the real models on an engine in memory; {@code -Dwalks.models=N} walks more of them,
 * {@code -Dwalks.seed=N} others.
 */
@Tag(DatabaseKind.TAG)
@Tag(DatabaseKind.ONCE)
class ModelWalksTest {

    /** Its database is in memory, and keeps every case. */
    private static final long AN_ENGINE = 500;

    @TempDir
    private Path data;

    @Test
    void gateGatewayAndRestoringActionAnswerAsTheOracleAfterEachStep() throws IOException {
        long first = Long.getLong("walks.seed", 1);
        long count = Long.getLong("walks.models", 300);
        Tally tally = new Tally();
        for (long done = 0; done < count; done += AN_ENGINE) {
            walk(first + done, Math.min(AN_ENGINE, count - done), tally);
        }
        assertThat(tally.closed).isEqualTo(count);
        assertThat(tally.happened).as("each kind of trouble came up").containsAll(Trouble.all());
        assertThat(tally.secondChanges).as("cases with a second change").isGreaterThan(count / 4);
    }

    private void walk(long first, long count, Tally tally) throws IOException {
        try (EngineInMemory engine = new EngineInMemory(Files.createTempDirectory(data, "engine"))) {
            LongStream.range(first, first + count).forEach(seed -> walk(engine, seed, tally));
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
