package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.Selects;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.EventChain;

@Tag(DatabaseKind.TAG)
final class OutboxTest {

    private final CaseDatabase database = new CaseDatabase();
    private final OutboxFixture queue = new OutboxFixture(database, List.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatATransactionOwesIsKnownToItAsItIsStored() {
        EventChain chain = ChainFixture.chain(database);
        List<Entry> known = new ArrayList<>();
        List<String> selects = Selects.during(() -> database.inTransaction(() -> {
            chain.lockAll(List.of("case", "other"));
            assertThat(queue.outbox.newest("other", "STEP")).isEmpty();
            queue.outbox.enqueue("case", "STEP", 1, Map.of("changeId", "c1"), 7);
            queue.outbox.settled("case", "STEP", 2, Outcome.of(Outcome.State.VERIFIED, Map.of("by", "nobody")));
            assertThat(queue.outbox.nextEpoch("case", "STEP")).isEqualTo(3);
            known.add(queue.outbox.findByKey("case", "STEP", 1).orElseThrow());
            known.add(queue.outbox.newest("case", "STEP").orElseThrow());
        }));

        assertThat(selects)
                .filteredOn(select -> select.contains(" outbox_command "))
                .hasSize(1);
        assertThat(queue.outbox.of("case")).containsExactlyElementsOf(known);
    }

    @Test
    void owesAnEffectOncePerKey() {
        String first = queue.owe("case", "STEP", Map.of("changeId", "c1"));
        String again = queue.owe("case", "STEP", Map.of("changeId", "c2"));

        assertThat(again).isEqualTo(first);
        assertThat(queue.outbox.of("case"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.command().payload()).containsEntry("changeId", "c1"));
    }

    @Test
    void owesNothingOutsideATransaction() {
        assertThatThrownBy(() -> queue.outbox.enqueue("case", "STEP", 1, Map.of(), 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void owesNothingWhenTheTransactionRollsBack() {
        database.transaction.executeWithoutResult(status -> {
            queue.outbox.enqueue("case", "STEP", 1, Map.of(), 1);
            status.setRollbackOnly();
        });

        assertThat(queue.outbox.of("case")).isEmpty();
    }

    @Test
    void givesRacersTheSameCommand() throws Exception {
        ExecutorService racers = Executors.newFixedThreadPool(2);
        CyclicBarrier line = new CyclicBarrier(2);
        for (int round = 0; round < 20; round++) {
            String caseId = "case" + round;
            Future<String> one = racers.submit(() -> race(line, caseId));
            Future<String> other = racers.submit(() -> race(line, caseId));
            assertThat(one.get()).isEqualTo(other.get());
        }
        racers.shutdown();
    }

    private String race(CyclicBarrier line, String caseId) throws Exception {
        line.await();
        return queue.owe(caseId, "STEP", Map.of());
    }

    @Test
    void countsEpochsFromOne() {
        assertThat(queue.outbox.nextEpoch("case", "STEP")).isEqualTo(1);
        queue.owe("case", "STEP", Map.of());
        assertThat(queue.outbox.nextEpoch("case", "STEP")).isEqualTo(2);
        assertThat(queue.outbox.nextEpoch("case", "OTHER")).isEqualTo(1);
    }

    @Test
    void findsNoOutcomeBeforeThereIsOne() {
        String id = queue.owe("case", "STEP", Map.of());

        assertThat(queue.outbox.find(id)).isEmpty();
        assertThat(queue.outbox.findByKey("case", "STEP", 1)).map(Entry::state).contains(CommandState.PLANNED);
    }
}
