package org.mailboxremediation;

import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty database of its own with the real schema, on the engine that the build asks for, and a clock that stands at
 * {@link #START}. Tests that use it are tagged {@link DatabaseKind#TAG}.
 */
public final class CaseDatabase implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    public final DataSource dataSource;
    public final JdbcClient jdbc;
    public final PlatformTransactionManager transactions;
    public final TransactionTemplate transaction;
    public final MovableClock clock = new MovableClock(START);

    private final TestDatabase database;

    public CaseDatabase() {
        this(DatabaseKind.chosen());
    }

    /** On that engine, whatever the build asks for. */
    public CaseDatabase(DatabaseKind kind) {
        database = TestDatabase.withCaseFacts(kind);
        dataSource = database.dataSource();
        jdbc = JdbcClient.create(dataSource);
        transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
    }

    /** Runs the work in a transaction of its own. */
    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Runs the work in a transaction of its own and hands its answer on. */
    public <T> T inTransaction(Supplier<T> work) {
        T answer = transaction.execute(status -> work.get());
        if (answer == null) {
            throw new AssertionError("the work answered null");
        }
        return answer;
    }

    @Override
    public void close() {
        database.close();
    }
}
