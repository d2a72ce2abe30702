package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.ChainFixture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Outcomes that are told in one transaction: one that fails takes none of the others with it (promise P9). */
@Tag(DatabaseKind.TAG)
final class ToldTogetherTest {

    private final CaseDatabase database = new CaseDatabase();
    private final OutboxFixture queue = new OutboxFixture(database, List.of());
    private final SignalTable table =
            new SignalTable(database.jdbc, database.dataSource, new CommandRow(new JsonMap(new ObjectMapper())));
    private final List<String> told = new ArrayList<>();
    private String failing = "";

    private final Signals signals = new Signals(
            provided(OutcomeListener.class, (command, outcome) -> {
                told.add(command.caseId());
                if (command.caseId().equals(failing)) {
                    throw new IllegalStateException();
                }
                return true;
            }),
            table,
            queue.locked,
            ChainFixture.chain(database),
            database.transaction,
            provided(OneTransaction.class, work -> database.transaction.executeWithoutResult(status -> work.run())),
            database.clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allAreToldOnceInTheOrderOfTheirCases() {
        signals.signalAll(settled("c", "a", "b"));

        assertThat(told).containsExactly("a", "b", "c");
        assertThat(untold("a", "b", "c")).isEmpty();
    }

    @Test
    void oneThatFailsLeavesTheOthersToldAndIsFoundBySweeps() {
        failing = "b";
        signals.signalAll(settled("a", "b", "c"));
        assertThat(untold("a", "b", "c")).containsExactly("b");

        failing = "";
        signals.signalAll(queue.locked.unsignalled("b"));
        assertThat(untold("a", "b", "c")).isEmpty();
    }

    private List<Settled> settled(String... cases) {
        Outcome done = Outcome.of(Outcome.State.VERIFIED, Map.of());
        Stream.of(cases)
                .forEach(id -> database.transaction.executeWithoutResult(
                        status -> queue.outbox.settled(id, RecordingHandler.STEP, 1, done)));
        return Stream.of(cases)
                .flatMap(id -> queue.locked.unsignalled(id).stream())
                .toList();
    }

    private List<String> untold(String... cases) {
        return Stream.of(cases)
                .filter(id -> !queue.locked.unsignalled(id).isEmpty())
                .toList();
    }

    private static <T> ObjectProvider<T> provided(Class<T> type, T bean) {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        factory.registerSingleton("bean", bean);
        return factory.getBeanProvider(type);
    }
}
