package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.outbox.OutboxFixture;

@Tag(DatabaseKind.TAG)
class ReadyCasesTest {

    private static final Duration BRIEF = ReadyCases.GRACE.plusMillis(1);

    private final CaseDatabase database = new CaseDatabase();
    private final IncidentFixture cases = new IncidentFixture(database);
    private final OutboxFixture queue = new OutboxFixture(database, List.of());
    private final ReadyCases ready = new ReadyCases(cases.incidents, queue.outbox, database.clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCaseIsReadyOnceNothingIsUnderWayInIt() {
        String idle = cases.open(IncidentFixture.ALICE).id();
        String busy = cases.open(IncidentFixture.BOB).id();
        queue.owe(busy, "STEP", Map.of());
        assertThat(ready.now()).isEmpty();
        database.clock.advance(BRIEF);

        assertThat(ready.now()).containsExactly(idle);
        queue.worker.drain();
        assertThat(ready.now()).containsExactlyInAnyOrder(idle, busy);
    }

    @Test
    void orOnceItHasWaitedForMinutes() {
        String busy = cases.open(IncidentFixture.ALICE).id();
        queue.owe(busy, "STEP", Map.of());
        database.clock.advance(ReadyCases.OUTCOMES_FIRST);
        assertThat(ready.now()).isEmpty();
        database.clock.advance(Duration.ofMillis(1));

        assertThat(ready.now()).containsExactly(busy);
    }

    @Test
    void oneThatAProcedureWorksIsNot() {
        String worked = cases.open(IncidentFixture.ALICE).id();
        database.inTransaction(() -> cases.incidents.attachProcess(worked, "process"));
        database.clock.advance(BRIEF);

        assertThat(ready.now()).isEmpty();
    }
}
