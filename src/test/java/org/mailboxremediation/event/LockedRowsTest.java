package org.mailboxremediation.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** What is read of locked cases is read once, and never served when it may be another. */
@Tag(DatabaseKind.TAG)
class LockedRowsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final EventChain chain = ChainFixture.chain(database);
    private final LockedRows<String> rows = new LockedRows<>();
    private final Map<String, List<String>> stored = new HashMap<>();
    private final List<Collection<String>> asked = new ArrayList<>();

    @BeforeEach
    void store() {
        stored.put("a", List.of("a1", "a2"));
        stored.put("b", List.of("b1"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allLockedCasesAreReadAtOnceAndOnce() {
        database.inTransaction(() -> {
            chain.lockAll(List.of("a", "b", "c"));
            assertThat(read("b")).containsExactly("b1");
            assertThat(read("a")).containsExactly("a1", "a2");
            assertThat(read("c")).isEmpty();
        });
        assertThat(asked).hasSize(1);
        assertThat(new TreeSet<>(asked.get(0))).containsExactly("a", "b", "c");
    }

    @Test
    void withoutTheLockNothingIsKept() {
        database.inTransaction(() -> {
            chain.lock("b");
            assertThat(read("a")).containsExactly("a1", "a2");
            stored.put("a", List.of("others"));
            assertThat(read("a")).containsExactly("others");
            chain.lock("a");
            stored.put("a", List.of("newest"));
            assertThat(read("a")).containsExactly("newest");
        });
        assertThat(read("a")).containsExactly("newest");
        stored.put("a", List.of());
        assertThat(read("a")).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainOfItsCaseOnly() {
        database.inTransaction(() -> {
            chain.lockAll(List.of("a", "b"));
            assertThat(read("a")).hasSize(2);
            stored.put("a", List.of());
            rows.forget("a");
            assertThat(read("a")).isEmpty();
            assertThat(read("b")).hasSize(1);
        });
        assertThat(asked).hasSize(2).last().isEqualTo(List.of("a"));
    }

    @Test
    void aKnownChangeNeedsNoReadingAndAnUnreadCaseNoChange() {
        database.inTransaction(() -> {
            chain.lock("a");
            assertThat(read("a")).hasSize(2);
            chain.lock("b");
            Stream.of("a", "b").forEach(id -> rows.change(id, before -> List.of("changed")));
            assertThat(read("a")).containsExactly("changed");
            assertThat(read("b")).containsExactly("b1");
        });
    }

    @Test
    void nothingOutlivesTheTransactionOrASavepointTakenBack() {
        database.transaction.executeWithoutResult(status -> {
            chain.lock("a");
            Object savepoint = status.createSavepoint();
            stored.put("a", List.of("within"));
            assertThat(read("a")).containsExactly("within");
            stored.put("a", List.of("before"));
            status.rollbackToSavepoint(savepoint);
            chain.lock("a");
            assertThat(read("a")).containsExactly("before");
            status.setRollbackOnly();
        });
        stored.put("a", List.of("later"));
        database.inTransaction(() -> {
            chain.lock("a");
            assertThat(read("a")).containsExactly("later");
        });
    }

    private List<String> read(String caseId) {
        return rows.of(caseId, ids -> {
            asked.add(List.copyOf(ids));
            return ids.stream()
                    .flatMap(id -> stored.getOrDefault(id, List.of()).stream().map(row -> Map.entry(id, row)))
                    .toList();
        });
    }
}
