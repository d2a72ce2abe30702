package org.mailboxremediation.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mailboxremediation.CaseDatabase;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A queue on a case database, worked by hand: {@code worker.drain()}. */
public final class OutboxFixture {

    public final Outbox outbox;
    public final OutboxWorker worker;
    final ClaimTable claims;
    final Queue queue;
    final Node node;
    private final CaseDatabase database;

    /** A queue whose clock is the database's movable one. */
    public OutboxFixture(CaseDatabase database, List<EffectHandler> handlers, OutcomeListener... listeners) {
        this(database, database.clock, handlers, listeners);
    }

    OutboxFixture(CaseDatabase database, Clock clock, List<EffectHandler> handlers, OutcomeListener... listeners) {
        this.database = database;
        JsonMap json = new JsonMap(new ObjectMapper());
        CommandRow row = new CommandRow(json);
        Bell bell = new Bell();
        HeldSteps held = new HeldSteps();
        OutboxProperties properties =
                new OutboxProperties(true, 4, Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofMinutes(15));
        SignalTable signalTable = new SignalTable(database.jdbc, row);
        Signals signals = new Signals(provided(listeners), signalTable, clock);
        Backoff backoff = new Backoff(new Random(7));
        claims = new ClaimTable(database.jdbc, json, row);
        Settlement settlement = new Settlement(claims, database.transaction, signals, backoff, held, properties, clock);
        outbox = new Outbox(new CommandTable(database.jdbc, json, row), database.transactions, clock, bell);
        node = new Node("fixture", "", database.jdbc, clock);
        queue = new Queue(node, claims, held, properties, bell, clock);
        worker = new OutboxWorker(
                queue, new Attempts(handlers, settlement), new Sweep(signalTable, signals, clock), bell, properties);
    }

    private static org.springframework.beans.factory.ObjectProvider<OutcomeListener> provided(
            OutcomeListener... listeners) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (int i = 0; i < listeners.length; i++) {
            beans.registerSingleton("listener" + i, listeners[i]);
        }
        return beans.getBeanProvider(OutcomeListener.class);
    }

    /** Owes an effect in a transaction of its own, as the first of its step, and answers the command's id. */
    public String owe(String caseId, String step, Map<String, String> payload) {
        return owe(caseId, step, payload, Priority.LOCK_OUT);
    }

    String owe(String caseId, String step, Map<String, String> payload, int priority) {
        return database.inTransaction(() -> outbox.enqueue(caseId, step, 1, payload, priority));
    }
}
