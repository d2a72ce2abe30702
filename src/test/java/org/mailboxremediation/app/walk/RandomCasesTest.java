package org.mailboxremediation.app.walk;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.database.DatabaseKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole cases over the real models, the sandbox watched from outside: {@code -Dwalks.sandbox=N} walks so many of them,
 * {@code -Dwalks.seed=N} others.
 */
@Tag(DatabaseKind.ONCE)
final class RandomCasesTest extends Walk {

    @Autowired
    private JdbcClient outbox;

    @Test
    void noRestoreComesTooEarlyAndNoChangeTooOften() {
        long first = Long.getLong("walks.seed", 1);
        LongStream.range(first, first + Long.getLong("walks.sandbox", 20)).forEach(this::walk);
    }

    private void walk(long seed) {
        Random random = new Random(seed);
        String symptom = random.nextBoolean() ? "UNFAMILIAR_MAIL" : "PASSWORD_CHANGED";
        Journey walk = report(symptom);
        try {
            new WatchedCase(walk, symptom, random, () -> quiet(walk)).live(8);
        } catch (AssertionError different) {
            throw new AssertionError("seed " + seed + ": " + different.getMessage(), different);
        }
    }

    private void quiet(Journey walk) {
        until(() -> onItsWay(walk) == 0, "quiet");
    }

    private int onItsWay(Journey walk) {
        return outbox.sql("select count(*) from outbox_command where case_id = ? and signalled_at is null")
                .param(walk.id())
                .query(Integer.class)
                .single();
    }
}
