package org.mailboxremediation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.Unguarded;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag(DatabaseKind.TAG)
class EventChainTest {

    private final CaseDatabase database = new CaseDatabase();
    private final EventChain chain = ChainFixture.chain(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eventsAreNumberedWithoutGapsAndLinked() {
        CaseEvent first = append("case-1", Map.of());
        CaseEvent second = append("case-1", Map.of());
        append("case-2", Map.of());

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo("0".repeat(64));
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(chain.of("case-1")).containsExactly(first, second);
    }

    @Test
    void whatIsTakenBackIsNotGoneOnFrom() {
        append("case-1", Map.of());
        database.transaction.executeWithoutResult(status -> {
            append("case-1", Map.of());
            Object savepoint = status.createSavepoint();
            append("case-1", Map.of());
            status.rollbackToSavepoint(savepoint);
            status.releaseSavepoint(savepoint);
            append("case-1", Map.of());
        });
        database.transaction.executeWithoutResult(status -> {
            append("case-1", Map.of());
            status.setRollbackOnly();
        });
        append("case-1", Map.of());

        assertThat(chain.of("case-1")).hasSize(4);
        assertThat(chain.check("case-1").intact()).isTrue();
    }

    @Test
    void whatWasReadBehindASavepointIsTakenBackWithItAndWhatWasThereBeforeIsNot() {
        database.transaction.executeWithoutResult(status -> {
            append("case-1", Map.of());
            append("case-2", Map.of());
            Object savepoint = status.createSavepoint();
            append("case-1", Map.of());
            assertThat(chain.of("case-1")).hasSize(2);
            status.rollbackToSavepoint(savepoint);
            status.releaseSavepoint(savepoint);
            assertThat(append("case-1", Map.of()).sequence()).isEqualTo(2);
        });

        assertThat(chain.of("case-1")).hasSize(2);
        assertThat(chain.check("case-1").intact()).isTrue();
        assertThat(chain.of("case-2")).hasSize(1);
    }

    @Test
    void whatIsAppendedAsTheTransactionCommitsIsWrittenToo() {
        database.transaction.executeWithoutResult(status -> {
            append("case-1", Map.of());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    append("case-1", Map.of());
                }
            });
        });

        assertThat(chain.of("case-1")).hasSize(2);
        assertThat(chain.check("case-1").intact()).isTrue();
    }

    @Test
    void aTransactionInsideAnotherKnowsNothingOfIt() {
        TransactionTemplate apart = new TransactionTemplate(database.transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database.inTransaction(() -> {
            append("case-1", Map.of());
            apart.executeWithoutResult(status -> {
                assertThat(chain.holdsLock("case-1")).isFalse();
                append("case-2", Map.of());
            });
            assertThat(chain.holdsLock("case-1")).isTrue();
            append("case-1", Map.of());
        });

        assertThat(chain.holdsLock("case-1")).isFalse();
        assertThat(chain.check("case-1").intact()).isTrue();
        assertThat(chain.check("case-2").intact()).isTrue();
    }

    @Test
    void payloadComesBackAsItWentIn() {
        Map<String, Object> payload = Map.of(
                "text",
                "grün \"\\\n\t 🔒 \u007f\u0000",
                "number",
                7,
                "yes",
                true,
                "list",
                List.of("a", "ä"),
                "long",
                1L << 40);
        append("case-1", payload);
        assertThat(chain.of("case-1").get(0).payload()).isEqualTo(payload);
        assertThat(chain.check("case-1").intact()).isTrue();
    }

    @Test
    void canonicalFormIsSortedTightAndAscii() {
        assertThat(CanonicalJson.write(Map.of("b", "\u00e9", "a", List.of("x", "y"))))
                .isEqualTo("{\"a\":[\"x\",\"y\"],\"b\":\"\\u00e9\"}");
    }

    @Test
    void fractionsAndNestedObjectsAreRefused() {
        assertThatThrownBy(() -> append("case-1", Map.of("f", 0.1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> append("case-1", Map.of("m", Map.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> append("case-1", Map.of("l", List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsWrittenOutsideATransaction() {
        assertThatThrownBy(() -> chain.append("case-1", "alice", "ThingHappened", Map.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(chain.of("case-1")).isEmpty();
    }

    @Test
    void rolledBackEventLeavesNoGap() {
        append("case-1", Map.of());
        database.transaction.executeWithoutResult(status -> {
            chain.append("case-1", "alice", "ThingHappened", Map.of());
            status.setRollbackOnly();
        });
        assertThat(append("case-1", Map.of()).sequence()).isEqualTo(2);
        assertThat(chain.check("case-1").intact()).isTrue();
    }

    @Test
    void missingEndIsFound() {
        append("case-1", Map.of());
        append("case-1", Map.of());
        Unguarded.during(
                database.jdbc,
                () -> database.jdbc
                        .sql("delete from case_event where sequence = 2")
                        .update());
        assertThat(chain.check("case-1").firstBad()).isEqualTo(2);
    }

    @Test
    void writersOfOneCaseTakeTurnsFromTheFirstEventOn() throws Exception {
        int writers = 8;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<CaseEvent>> written = new ArrayList<>();
            for (int n = 0; n < writers; n++) {
                written.add(pool.submit(() -> {
                    start.await();
                    return append("case-1", Map.of());
                }));
            }
            start.countDown();
            for (Future<CaseEvent> one : written) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(chain.of("case-1")).hasSize(writers);
        assertThat(chain.check("case-1").intact()).isTrue();
    }

    private CaseEvent append(String caseId, Map<String, ?> payload) {
        return database.inTransaction(() -> chain.append(caseId, "alice", "ThingHappened", payload));
    }
}
