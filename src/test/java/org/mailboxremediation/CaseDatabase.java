package org.mailboxremediation;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty database of its own, in memory, with the real schema, and a clock that stands at {@link #START}. */
public final class CaseDatabase implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    public final DataSource dataSource;
    public final JdbcClient jdbc;
    public final PlatformTransactionManager transactions;
    public final TransactionTemplate transaction;
    public final MovableClock clock = new MovableClock(START);

    public CaseDatabase() {
        dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
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
        jdbc.sql("shutdown").update();
    }
}
