package org.mailboxremediation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
class ManyChainsTest {

    private final CaseDatabase database = new CaseDatabase();
    private final EventChain chain = ChainFixture.chain(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBatchGoesOnWithOldChainsAndBeginsNewOnes() {
        database.inTransaction(() -> chain.append("old", "admin", "First", Map.of("n", 1)));
        List<CaseEvent> stored = database.inTransaction(() -> chain.appendAll(List.of(
                new NewEvent("old", "admin", "Second", Map.of("n", 2)),
                new NewEvent("new", "system", "First", Map.of("n", 1)),
                new NewEvent("old", "admin", "Third", Map.of("n", 3)),
                new NewEvent("new", "system", "Second", Map.of("n", 2)))));
        assertThat(stored).extracting(CaseEvent::sequence).containsExactly(2L, 1L, 3L, 2L);
        database.inTransaction(() -> chain.append("new", "admin", "Third", Map.of()));
        assertThat(chain.check("old").intact()).isTrue();
        assertThat(chain.check("new").intact()).isTrue();
        assertThat(chain.of("old")).extracting(CaseEvent::type).containsExactly("First", "Second", "Third");
        assertThat(chain.of("new")).extracting(CaseEvent::type).containsExactly("First", "Second", "Third");
    }

    @Test
    void aChainBeginsAlsoWhereASavepointAfterItsFirstEventIsTakenBack() {
        database.transaction.executeWithoutResult(status -> {
            chain.appendAll(List.of(new NewEvent("new", "system", "First", Map.of())));
            Object savepoint = status.createSavepoint();
            status.rollbackToSavepoint(savepoint);
            status.releaseSavepoint(savepoint);
            chain.append("new", "system", "Second", Map.of());
        });

        assertThat(chain.of("new")).extracting(CaseEvent::type).containsExactly("First", "Second");
        assertThat(chain.check("new").intact()).isTrue();
    }

    @Test
    void aBatchIsPartOfTheCallersTransaction() {
        assertThatThrownBy(() -> chain.appendAll(List.of(new NewEvent("new", "system", "First", Map.of()))))
                .isInstanceOf(IllegalStateException.class);
        database.transaction.executeWithoutResult(status -> {
            chain.appendAll(List.of(new NewEvent("new", "system", "First", Map.of())));
            status.setRollbackOnly();
        });
        assertThat(chain.of("new")).isEmpty();
        assertThat(database.inTransaction(() -> chain.appendAll(List.of()))).isEmpty();
    }
}
