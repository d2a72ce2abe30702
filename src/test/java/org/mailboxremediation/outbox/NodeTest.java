package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;

final class NodeTest {

    private final CaseDatabase database = new CaseDatabase();
    private final RecordingHandler handler = new RecordingHandler();
    private final OutboxFixture queue = new OutboxFixture(database, List.of(handler));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void takesBackAtOnceWhatItsFormerProcessHadClaimed() {
        killedWhilePerforming();
        assertThat(queue.worker.drain()).as("still claimed").isZero();

        node("fixture").takeBack();
        database.clock.advance(Duration.ofMillis(1));

        assertThat(queue.worker.drain()).isEqualTo(1);
        assertThat(handler.performed.get(handler.performed.size() - 1).attempts())
                .isEqualTo(2);
    }

    @Test
    void leavesTheClaimsOfOthersAlone() {
        killedWhilePerforming();

        node("fixture2").takeBack();
        node("fixtur").takeBack();
        database.clock.advance(Duration.ofMillis(1));

        assertThat(queue.worker.drain()).isZero();
    }

    @Test
    void nameIsOfTheHostAndTheDataDirectoryUnlessGiven() {
        Node one = new Node("", "/data/one", database.jdbc, database.clock);
        Node again = new Node("", "/data/two/../one", database.jdbc, database.clock);
        Node other = new Node("", "/data/two", database.jdbc, database.clock);

        assertThat(name(one)).isEqualTo(name(again)).isNotEqualTo(name(other));
        assertThat(one.token()).isNotEqualTo(one.token()).hasSizeLessThanOrEqualTo(64);
        assertThatIllegalArgumentException().isThrownBy(() -> node("a:b")).withMessageContaining("outbox.node");
    }

    /** A claim without an end. */
    private void killedWhilePerforming() {
        queue.owe("case", RecordingHandler.STEP, Map.of());
        assertThat(queue.queue.next()).isPresent();
    }

    private Node node(String name) {
        return new Node(name, "", database.jdbc, database.clock);
    }

    private static String name(Node node) {
        return node.token().substring(0, node.token().indexOf(':'));
    }
}
