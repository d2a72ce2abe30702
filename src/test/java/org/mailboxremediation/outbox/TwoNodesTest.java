package org.mailboxremediation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.Race;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.EventChain;

/** Two nodes, each with its own workers, on one database. */
@Tag(DatabaseKind.TAG)
final class TwoNodesTest {

    private static final int MANY = 300;
    private static final Duration LONGER_THAN_A_CLAIM = Duration.ofMinutes(2);

    private final CaseDatabase database = new CaseDatabase();
    private final EventChain chain = ChainFixture.chain(database);
    private final Queue<String> performed = new ConcurrentLinkedQueue<>();
    private final Queue<String> recorded = new ConcurrentLinkedQueue<>();
    private final CountDownLatch told = new CountDownLatch(MANY);
    private final Race race = new Race();

    @AfterEach
    void close() {
        race.close();
        database.close();
    }

    @Test
    void performEachCommandOnceAndLoseNone() throws InterruptedException {
        Node one = new Node(Outcome.State.VERIFIED);
        Node other = new Node(Outcome.State.VERIFIED);
        OutboxFixture first = running(one);
        OutboxFixture second = running(other);
        List<String> owed = IntStream.range(0, MANY)
                .mapToObj(n -> (n % 2 == 0 ? first : second).owe("case" + n, Node.STEP, Map.of(), n % 7))
                .toList();

        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        first.worker.stop();
        second.worker.stop();

        assertThat(performed).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(recorded).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(owed).allSatisfy(id -> assertThat(first.outbox.find(id)).isPresent());
        assertThat(one.attempts).isNotEmpty();
        assertThat(other.attempts).isNotEmpty();
    }

    @Test
    void dropTheLateOutcomeOfANodeThatLostItsClaim() throws InterruptedException {
        CountDownLatch performing = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        Node late = new Node(Outcome.State.VERIFIED, () -> {
            performing.countDown();
            await(slow);
        });
        OutboxFixture first = new OutboxFixture(database, List.of(late));
        OutboxFixture second = new OutboxFixture(database, List.of(new Node(Outcome.State.REFUTED)));
        String id = first.owe("case", Node.STEP, Map.of());
        Future<Integer> drained = race.held(first.worker::drain);
        await(performing);

        assertThat(second.worker.drain()).as("while the claim holds").isZero();
        database.clock.advance(LONGER_THAN_A_CLAIM);
        assertThat(second.worker.drain()).as("once it has ended").isPositive();
        slow.countDown();

        assertThat(Race.end(drained).thrown()).isNull();
        assertThat(recorded).containsExactly(id);
        assertThat(first.outbox.find(id).orElseThrow().outcome().state()).isEqualTo(Outcome.State.REFUTED);
    }

    @Test
    void goOnWithWhatAKilledNodeLeft() {
        Node killed = new Node(Outcome.State.VERIFIED, () -> {
            throw new Killed();
        });
        OutboxFixture first = new OutboxFixture(database, List.of(killed));
        OutboxFixture second = new OutboxFixture(database, List.of(new Node(Outcome.State.VERIFIED)));
        String id = first.owe("case", Node.STEP, Map.of());
        assertThatThrownBy(first.worker::drain).isInstanceOf(Killed.class);

        assertThat(second.worker.drain()).as("while the claim holds").isZero();
        database.clock.advance(LONGER_THAN_A_CLAIM);
        second.worker.drain();

        assertThat(recorded).containsExactly(id);
        assertThat(second.outbox.find(id).orElseThrow().command().attempts()).isEqualTo(2);
    }

    /** A process that starts holds its case and then asks for the command that a worker settles: they once deadlocked. */
    @Test
    void settleACommandWhileAProcessBeginsToWaitForIt() {
        OutboxFixture node = new OutboxFixture(database, List.of(new Node(Outcome.State.VERIFIED)));
        String id = node.owe("case", Node.STEP, Map.of());

        Future<Integer> drained = database.inTransaction(() -> {
            chain.lock("case");
            Future<Integer> held = race.held(node.worker::drain);
            node.outbox.expect("case", id);
            return held;
        });

        assertThat(Race.end(drained).thrown()).isNull();
        assertThat(recorded).containsExactly(id);
    }

    /** A process that begins to wait holds its commands, one after the other: who waited for one with others in hand held it up. */
    @Test
    void extendClaimsWithoutWaitingForWhoWritesOneOfThem() {
        OutboxFixture node = new OutboxFixture(database, List.of(new Node(Outcome.State.VERIFIED)));
        String one = node.owe("case", Node.STEP, Map.of());
        node.owe("other", Node.STEP, Map.of());
        assertThat(node.queue.next()).isPresent();
        assertThat(node.queue.next()).isPresent();
        Instant claimed = claimedUntil(node, "case");
        database.clock.advance(Duration.ofSeconds(10));

        database.inTransaction(() -> {
            touch(one);
            assertThat(Race.end(CompletableFuture.runAsync(node.inFlight::extend))
                            .thrown())
                    .isNull();
            assertThat(claimedUntil(node, "other")).isEqualTo(claimed.plusSeconds(10));
        });
        assertThat(claimedUntil(node, "case")).isEqualTo(claimed);
        node.inFlight.extend();
        assertThat(claimedUntil(node, "case")).isEqualTo(claimed.plusSeconds(10));
    }

    private static Instant claimedUntil(OutboxFixture node, String caseId) {
        return node.outbox.newest(caseId, Node.STEP).orElseThrow().claimedUntil();
    }

    private void touch(String id) {
        database.jdbc
                .sql("update outbox_command set priority = priority where id = ?")
                .param(id)
                .update();
    }

    /** Who begins to wait while a command's outcome is being told waits for the end of it, and is told himself. */
    @Test
    void tellWhoBeginsToWaitWhileOthersAreTold() {
        List<String> heard = new ArrayList<>();
        List<Future<String>> waits = new ArrayList<>();
        OutboxFixture[] node = new OutboxFixture[1];
        node[0] = new OutboxFixture(database, List.of(new Node(Outcome.State.VERIFIED)), (command, outcome) -> {
            heard.add(command.id());
            if (heard.size() == 1) {
                waits.add(race.held(() -> database.inTransaction(() -> {
                    chain.lock("case");
                    node[0].outbox.expect("case", command.id());
                    return command.id();
                })));
            }
            return true;
        });
        String id = node[0].owe("case", Node.STEP, Map.of());
        node[0].worker.drain();
        assertThat(Race.end(waits.get(0)).thrown()).isNull();
        node[0].worker.drain();

        assertThat(heard).containsExactly(id, id);
    }

    private OutboxFixture running(Node node) {
        OutboxFixture fixture = new OutboxFixture(database, Clock.systemUTC(), List.of(node), (command, outcome) -> {
            told.countDown();
            return true;
        });
        fixture.worker.applicationReady();
        return fixture;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** What a kill looks like from here: nothing is written after it. */
    private static final class Killed extends Error {}

    /** One node's part in an effect. */
    private final class Node implements EffectHandler {

        static final String STEP = "TEST_STEP";

        final Queue<String> attempts = new ConcurrentLinkedQueue<>();
        private final Outcome.State state;
        private final Runnable performing;

        Node(Outcome.State state) {
            this(state, () -> {});
        }

        Node(Outcome.State state, Runnable performing) {
            this.state = state;
            this.performing = performing;
        }

        @Override
        public String step() {
            return STEP;
        }

        @Override
        public Outcome perform(Command command) {
            attempts.add(command.id());
            performed.add(command.id());
            performing.run();
            return Outcome.of(state, Map.of());
        }

        @Override
        public void record(Command command, Outcome outcome) {
            chain.append(command.caseId(), "system", "Recorded", Map.of());
            recorded.add(command.id());
        }
    }
}
