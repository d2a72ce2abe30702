package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** Outcomes of many cases, written at once. */
@Tag(DatabaseKind.TAG)
class RecordedTogetherTest {

    private final CaseDatabase database = new CaseDatabase();
    private final Facts facts = new Facts();
    private final List<String> told = new ArrayList<>();
    private final OutboxFixture queue = new OutboxFixture(database, List.of(facts), (command, outcome) -> {
        told.add(command.caseId());
        return true;
    });

    @AfterEach
    void close() {
        queue.worker.stop();
        database.close();
    }

    @Test
    void eachIsSettledWithItsFactsAndTold() {
        owe("c", "a", "b");
        queue.recorder.recordAll(attempted());

        assertThat(facts.recorded).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(told).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Stream.of("a", "b", "c")).allMatch(this::isSettled);
    }

    @Test
    void oneWithoutFactsLeavesTheOthersSettledAndIsTriedAgain() {
        owe("a", "b", "c");
        facts.broken = Set.of("b");
        queue.recorder.recordAll(attempted());

        assertThat(Stream.of("a", "b", "c").filter(this::isSettled)).containsExactly("a", "c");
        assertThat(told).containsExactlyInAnyOrder("a", "c");
        facts.broken = Set.of();
        database.clock.advance(Duration.ofMinutes(1));
        queue.worker.drain();
        assertThat(isSettled("b")).isTrue();
        assertThat(entry("b").command().attempts()).isEqualTo(2);
    }

    @Test
    void oneWhoseClaimWasLostIsLeftToItsHolder() {
        owe("a", "b");
        List<Attempted> late = attempted();
        database.jdbc
                .sql("update outbox_command set claimed_by = 'another' where case_id = 'b'")
                .update();
        queue.recorder.recordAll(late);

        assertThat(Stream.of("a", "b").filter(this::isSettled)).containsExactly("a");
        assertThat(facts.recorded).containsExactly("a");
        assertThat(told).containsExactly("a");
    }

    @Test
    void whatWorkersLeftIsWrittenWhenTheyStop() throws InterruptedException {
        CountDownLatch performed = new CountDownLatch(3);
        facts.performing = performed::countDown;
        owe("a", "b", "c");
        queue.worker.applicationReady();
        assertThat(performed.await(10, TimeUnit.SECONDS)).isTrue();
        queue.worker.stop();

        assertThat(Stream.of("a", "b", "c")).allMatch(this::isSettled);
    }

    private void owe(String... cases) {
        Stream.of(cases).forEach(id -> queue.owe(id, Facts.STEP, Map.of()));
    }

    private List<Attempted> attempted() {
        List<Attempted> attempted = new ArrayList<>();
        while (attempted.size() < 3) {
            List<Claim> claims = queue.queue.next().map(Work::claims).orElse(List.of());
            if (claims.isEmpty()) {
                return attempted;
            }
            claims.forEach(claim -> attempted.add(new Attempted(
                    claim, Outcome.of(Outcome.State.VERIFIED, Map.of()), facts, database.clock.instant())));
        }
        return attempted;
    }

    private boolean isSettled(String caseId) {
        return entry(caseId).settledAt() != null;
    }

    private Entry entry(String caseId) {
        return queue.outbox.findByKey(caseId, Facts.STEP, 1).orElseThrow();
    }

    private static final class Facts implements EffectHandler {

        static final String STEP = "FACTS";

        final List<String> recorded = new ArrayList<>();
        Set<String> broken = Set.of();
        Runnable performing = () -> {};

        @Override
        public String step() {
            return STEP;
        }

        @Override
        public Outcome perform(Command command) {
            performing.run();
            return Outcome.of(Outcome.State.VERIFIED, Map.of());
        }

        @Override
        public synchronized void record(Command command, Outcome outcome) {
            if (broken.contains(command.caseId())) {
                throw new IllegalStateException();
            }
            recorded.remove(command.caseId());
            recorded.add(command.caseId());
        }
    }
}
