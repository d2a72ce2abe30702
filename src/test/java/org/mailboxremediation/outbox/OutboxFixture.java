package org.mailboxremediation.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.ChainFixture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A queue on a case database, worked by hand: {@code worker.drain()}. */
public final class OutboxFixture {

    private static final OutboxProperties FOUR_WORKERS = new OutboxProperties(
            true, 4, Duration.ofSeconds(60), Duration.ofMillis(500), Duration.ofMinutes(15), Map.of());

    public final Outbox outbox;
    public final OutboxWorker worker;
    public final Forecasts forecasts;
    final ClaimTable claims;
    final Lanes queue;
    final InFlight inFlight;
    final LockedCommands locked;
    final Recorder recorder;
    final Attempts attempts;
    private final CaseDatabase database;

    /** A queue whose clock is the database's movable one. */
    public OutboxFixture(CaseDatabase database, List<EffectHandler> handlers, OutcomeListener... listeners) {
        this(database, database.clock, handlers, listeners);
    }

    OutboxFixture(CaseDatabase database, Clock clock, List<EffectHandler> handlers, OutcomeListener... listeners) {
        this(database, clock, Pace.NONE, handlers, listeners);
    }

    /** A queue that asks the pace before it claims. */
    public OutboxFixture(
            CaseDatabase database, Clock clock, Pace pace, List<EffectHandler> handlers, OutcomeListener... listeners) {
        this(database, clock, FOUR_WORKERS, pace, handlers, listeners);
    }

    OutboxFixture(
            CaseDatabase database,
            Clock clock,
            OutboxProperties properties,
            Pace pace,
            List<EffectHandler> handlers,
            OutcomeListener... listeners) {
        this.database = database;
        JsonMap json = new JsonMap(new ObjectMapper());
        CommandRow row = new CommandRow(json);
        Bells bells = new Bells();
        HeldQueues held = new HeldQueues();
        SignalTable signalTable = new SignalTable(database.jdbc, database.dataSource, row);
        CommandTable table = new CommandTable(database.jdbc, json, row);
        locked = new LockedCommands(table, ChainFixture.chain(database));
        Signals signals = new Signals(
                provided(OutcomeListener.class, listeners),
                signalTable,
                locked,
                ChainFixture.chain(database),
                database.transaction,
                provided(OneTransaction.class),
                clock);
        Teller teller = new Teller(signals);
        Backoff backoff = new Backoff(new Random(7));
        claims = new ClaimTable(database.jdbc, database.dataSource, json, row);
        Handlers served = new Handlers(handlers);
        Pacing pacing = new Pacing(provided(Pace.class, pace));
        Latencies latencies = new Latencies();
        Turns turns = new Turns(held, pacing, new Precedence(bells));
        inFlight = new InFlight(claims, properties, database.transaction, clock);
        Claims claiming = new Claims(claims, served, turns, inFlight, properties);
        Settlement settlement = new Settlement(
                claims,
                ChainFixture.chain(database),
                database.transaction,
                teller,
                backoff,
                held,
                bells,
                properties,
                clock);
        recorder = new Recorder(settlement, claiming);
        attempts = new Attempts(served, settlement, recorder, claiming, latencies, clock);
        Unserved unserved = new Unserved(claims, claiming, served, attempts, clock);
        Sweep sweep = new Sweep(signalTable, signals, clock);
        forecasts = new Forecasts(new Depths(table, clock), served, pacing, latencies, properties, clock);
        outbox = new Outbox(table, locked, database.transactions, ChainFixture.chain(database), clock, bells);
        queue = new Lanes(served, claims, turns, claiming, bells, properties, clock);
        worker = new OutboxWorker(
                queue,
                attempts,
                unserved,
                sweep,
                new WorkerThreads(queue, attempts, recorder, teller, sweep, unserved, inFlight, properties),
                properties);
    }

    @SafeVarargs
    private static <T> ObjectProvider<T> provided(Class<T> type, T... beans) {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        for (int i = 0; i < beans.length; i++) {
            factory.registerSingleton("bean" + i, beans[i]);
        }
        return factory.getBeanProvider(type);
    }

    /** Owes an effect in a transaction of its own, as the first of its step, and answers the command's id. */
    public String owe(String caseId, String step, Map<String, String> payload) {
        return owe(caseId, step, payload, Priority.LOCK_OUT);
    }

    String owe(String caseId, String step, Map<String, String> payload, int priority) {
        return database.inTransaction(() -> outbox.enqueue(caseId, step, 1, payload, priority));
    }
}
