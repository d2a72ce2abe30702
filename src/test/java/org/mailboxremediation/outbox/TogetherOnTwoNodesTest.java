package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** Two nodes that reach for the same commands at once, to perform them together. */
@Tag(DatabaseKind.TAG)
final class TogetherOnTwoNodesTest {

    private static final int MANY = 300;

    private final CaseDatabase database = new CaseDatabase();
    private final CountDownLatch told = new CountDownLatch(MANY);
    private final TogetherHandler one = new TogetherHandler();
    private final TogetherHandler other = new TogetherHandler();
    private final OutboxFixture first = node(one);
    private final OutboxFixture second = node(other);

    @AfterEach
    void close() {
        first.worker.stop();
        second.worker.stop();
        database.close();
    }

    @Test
    void performEachCommandOnceAndLoseNone() throws InterruptedException {
        List<String> cases =
                IntStream.range(0, MANY).mapToObj(number -> "case" + number).toList();
        database.inTransaction(() ->
                cases.forEach(id -> first.outbox.enqueue(id, TogetherHandler.STEP, 1, Map.of(), Priority.NOTICE)));
        first.worker.applicationReady();
        second.worker.applicationReady();
        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Stream.concat(performed(one), performed(other))).containsExactlyInAnyOrderElementsOf(cases);
    }

    private static Stream<String> performed(TogetherHandler node) {
        return Stream.concat(
                node.together.stream().flatMap(List::stream),
                node.alone.stream().map(Command::caseId));
    }

    private OutboxFixture node(TogetherHandler handler) {
        return new OutboxFixture(database, Clock.systemUTC(), List.of(handler), (command, outcome) -> {
            told.countDown();
            return true;
        });
    }
}
