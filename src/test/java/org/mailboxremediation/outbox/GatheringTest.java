package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** What a dispatcher is given of a step whose commands are performed together. */
@Tag(DatabaseKind.TAG)
final class GatheringTest {

    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration GATHER = Duration.ofSeconds(2);

    private final CaseDatabase database = new CaseDatabase();
    private final TogetherHandler handler = new TogetherHandler(GATHER);
    private final RecordingHandler ordinary = new RecordingHandler(Target.MAIL);
    private final OutboxFixture queue = new OutboxFixture(database, List.of(handler, ordinary));
    private final Lane lane = Objects.requireNonNull(queue.queue.byTarget().get(Target.MAIL));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstGoesAtOnceAndThoseThatFollowGather() {
        owe("a");
        assertThat(next(8)).containsExactly(List.of("a"));

        owe("b", "c");
        assertThat(next(8)).isEmpty();
        assertThat(lane.idleAtMost(POLL)).isPositive().isLessThan(GATHER);
        database.clock.advance(GATHER);
        assertThat(next(8)).containsExactly(List.of("b", "c"));
    }

    @Test
    void aFullGroupIsFollowedByTheNextAtOnce() {
        owe("a", "b", "c", "d", "e", "f");

        assertThat(next(8)).containsExactly(List.of("a", "b", "c", "d"));
        assertThat(next(8)).containsExactly(List.of("e", "f"));
        assertThat(next(8)).isEmpty();
    }

    @Test
    void oneWorkerTakesThemAllAndOthersAreLeftForOrdinaryCommands() {
        owe("a", "b", "c");
        queue.owe("x", RecordingHandler.STEP, Map.of());
        database.clock.advance(Duration.ofMillis(1));
        queue.owe("y", RecordingHandler.STEP, Map.of());

        assertThat(next(2)).containsExactly(List.of("a", "b", "c"), List.of("x"));
        assertThat(next(2)).containsExactly(List.of("y"));
    }

    @Test
    void thoseThatGoAloneDoNotWaitForEachOther() {
        owe("a", "b", "c");
        kill();
        kill();

        assertThat(next(2)).containsExactly(List.of("a"), List.of("b"));
        assertThat(next(2)).containsExactly(List.of("c"));
    }

    @Test
    void ordinaryCommandsAreNotLeftToGather() {
        owe("a");
        next(8);
        queue.owe("x", RecordingHandler.STEP, Map.of());

        assertThat(next(8)).containsExactly(List.of("x"));
    }

    private void kill() {
        assertThat(next(8)).containsExactly(List.of("a", "b", "c"));
        database.clock.advance(Duration.ofSeconds(61));
    }

    /** As a dispatcher does when it was rung for. */
    private List<List<String>> next(int workers) {
        lane.forget();
        return lane.next(new Room.Taken(workers, 0)).stream()
                .map(work -> work.claims().stream()
                        .map(claim -> claim.command().caseId())
                        .toList())
                .toList();
    }

    private void owe(String... cases) {
        for (String caseId : cases) {
            queue.owe(caseId, TogetherHandler.STEP, Map.of());
            database.clock.advance(Duration.ofMillis(1));
        }
    }
}
