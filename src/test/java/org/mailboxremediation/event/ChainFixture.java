package org.mailboxremediation.event;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.summary.SummaryFixture;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds an event chain over a test's database, for the tests of other packages too. */
public final class ChainFixture {

    private static final AuthenticationMethod METHOD = AuthenticationMethod.HTTP_BASIC;

    private ChainFixture() {}

    public static EventChain chain(CaseDatabase database) {
        return chain(database, SummaryFixture.followers(database));
    }

    /** A chain whose events somebody hears of, by any name. */
    public static EventChain chain(CaseDatabase database, Map<String, ChainFollower> followers) {
        return chain(database.dataSource, database.transactions, followers, database.clock);
    }

    /** The same over any database, with nobody who hears of it. */
    public static EventChain chain(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        return chain(dataSource, transactions, Map.of(), clock);
    }

    private static EventChain chain(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Map<String, ChainFollower> followers,
            Clock clock) {
        ChainHeads heads = new ChainHeads(JdbcClient.create(dataSource), dataSource, transactions);
        EventTable table = new EventTable(dataSource);
        NextEvent next = new NextEvent(actor -> METHOD, new SecureRandom());
        return new EventChain(
                table,
                heads,
                new UnwrittenEvents(table, heads),
                next,
                new StaticListableBeanFactory(Map.<String, Object>copyOf(followers))
                        .getBeanProvider(ChainFollower.class),
                clock);
    }

    /** Purges of that database's chains, signed with the key. */
    public static Purges purges(CaseDatabase database, SigningKey key) {
        EventTable table = new EventTable(database.dataSource);
        ChainHeads heads = new ChainHeads(database.jdbc, database.dataSource, database.transactions);
        return new Purges(table, chain(database), new UnwrittenEvents(table, heads), key);
    }

    /** Checkpoints over that database, published to the file; empty for nowhere. */
    public static Checkpoints checkpoints(CaseDatabase database, SigningKey key, String file) {
        ChainHeads heads = new ChainHeads(database.jdbc, database.dataSource, database.transactions);
        return new Checkpoints(
                new CheckpointTable(database.jdbc),
                heads,
                new UnwrittenEvents(new EventTable(database.dataSource), heads),
                key,
                new EventProperties(null, Duration.ofMinutes(10), file),
                database.transaction,
                database.clock);
    }
}
