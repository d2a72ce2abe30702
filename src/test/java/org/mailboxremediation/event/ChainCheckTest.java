package org.mailboxremediation.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

@Tag(DatabaseKind.TAG)
class ChainCheckTest {

    private static final int LENGTH = 12;

    private final CaseDatabase database = new CaseDatabase();
    private List<CaseEvent> chain = List.of();

    @BeforeEach
    void writeAChain() {
        EventChain events = ChainFixture.chain(database);
        for (int n = 0; n < LENGTH; n++) {
            int number = n;
            database.inTransaction(
                    () -> events.append("case-1", "alice", "ThingHappened", Map.of("n", number, "id", "x" + number)));
            database.clock.advance(Duration.ofSeconds(1));
        }
        chain = events.of("case-1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void untouchedChainIsIntact() {
        assertThat(ChainCheck.check(chain)).isEqualTo(new ChainVerdict(true, 0, ""));
        assertThat(ChainCheck.check(List.of()).intact()).isTrue();
    }

    @Test
    void eachChangedFieldOfEachEventIsFound() {
        for (UnaryOperator<CaseEvent> change : changes()) {
            for (int index = 0; index < LENGTH; index++) {
                List<CaseEvent> forged = new ArrayList<>(chain);
                forged.set(index, change.apply(chain.get(index)));
                // Changing the case of the first event makes every other one foreign instead.
                assertThat(ChainCheck.check(forged).intact()).isFalse();
                assertThat(ChainCheck.check(forged).firstBad()).isBetween(index + 1L, index + 2L);
            }
        }
    }

    @Test
    void deletedEventIsFoundWhereItIsMissing() {
        for (int index = 0; index < LENGTH - 1; index++) {
            List<CaseEvent> forged = new ArrayList<>(chain);
            forged.remove(index);
            assertThat(ChainCheck.check(forged).firstBad()).isEqualTo(index + 1L);
        }
    }

    @Test
    void swappedEventsAreFound() {
        for (int index = 0; index < LENGTH - 1; index++) {
            List<CaseEvent> forged = new ArrayList<>(chain);
            Collections.swap(forged, index, index + 1);
            assertThat(ChainCheck.check(forged).firstBad()).isEqualTo(index + 1L);
        }
    }

    @Test
    void insertedEventIsFound() {
        for (int index = 0; index <= LENGTH; index++) {
            List<CaseEvent> forged = new ArrayList<>(chain);
            forged.add(index, chain.get(Math.min(index, LENGTH - 1)));
            assertThat(ChainCheck.check(forged).intact()).isFalse();
        }
    }

    @Test
    void forgedEventWithItsOwnHashBreaksTheNextLink() {
        List<CaseEvent> forged = new ArrayList<>(chain);
        CaseEvent fourth = chain.get(3);
        CaseEvent changed = with(fourth, "mallory", fourth.hash());
        forged.set(3, with(fourth, "mallory", ChainHash.of(changed)));
        assertThat(ChainCheck.check(forged).firstBad()).isEqualTo(5);
    }

    @Test
    void fieldsCannotFlowIntoEachOther() {
        CaseEvent event = chain.get(0);
        CaseEvent shifted = new CaseEvent(
                event.caseId(),
                event.sequence(),
                event.at(),
                event.actor() + "T",
                event.type().substring(1),
                event.payload(),
                event.previous(),
                event.hash(),
                event.form());
        assertThat(ChainHash.of(shifted)).isNotEqualTo(event.hash());
    }

    private static List<UnaryOperator<CaseEvent>> changes() {
        return List.of(
                e -> new CaseEvent(
                        "case-2",
                        e.sequence(),
                        e.at(),
                        e.actor(),
                        e.type(),
                        e.payload(),
                        e.previous(),
                        e.hash(),
                        e.form()),
                e -> new CaseEvent(
                        e.caseId(),
                        e.sequence() + 1,
                        e.at(),
                        e.actor(),
                        e.type(),
                        e.payload(),
                        e.previous(),
                        e.hash(),
                        e.form()),
                e -> new CaseEvent(
                        e.caseId(),
                        e.sequence(),
                        e.at().plusNanos(1000),
                        e.actor(),
                        e.type(),
                        e.payload(),
                        e.previous(),
                        e.hash(),
                        e.form()),
                e -> with(e, "mallory", e.hash()),
                e -> new CaseEvent(
                        e.caseId(),
                        e.sequence(),
                        e.at(),
                        e.actor(),
                        "OtherThingHappened",
                        e.payload(),
                        e.previous(),
                        e.hash(),
                        e.form()),
                e -> new CaseEvent(
                        e.caseId(),
                        e.sequence(),
                        e.at(),
                        e.actor(),
                        e.type(),
                        Map.of("n", 77, "id", "x"),
                        e.previous(),
                        e.hash(),
                        e.form()),
                e -> new CaseEvent(
                        e.caseId(),
                        e.sequence(),
                        e.at(),
                        e.actor(),
                        e.type(),
                        e.payload(),
                        "f".repeat(64),
                        e.hash(),
                        e.form()),
                e -> with(e, e.actor(), "e".repeat(64)));
    }

    private static CaseEvent with(CaseEvent e, String actor, String hash) {
        return new CaseEvent(
                e.caseId(), e.sequence(), e.at(), actor, e.type(), e.payload(), e.previous(), hash, e.form());
    }
}
