package org.mailboxremediation.event;

import java.time.Duration;
import java.util.Map;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.summary.SummaryFixture;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Builds an event chain over a test's database, for the tests of other packages too. */
public final class ChainFixture {

    private ChainFixture() {}

    public static EventChain chain(CaseDatabase database) {
        return chain(database, SummaryFixture.followers(database));
    }

    /** A chain whose events somebody hears of, by any name. */
    public static EventChain chain(CaseDatabase database, Map<String, ChainFollower> followers) {
        ChainHeads heads = new ChainHeads(database.jdbc, database.dataSource, database.transactions);
        EventBatch batch = new EventBatch(database.dataSource, heads, database.clock);
        return new EventChain(
                database.jdbc,
                heads,
                batch,
                new StaticListableBeanFactory(Map.<String, Object>copyOf(followers))
                        .getBeanProvider(ChainFollower.class),
                database.clock);
    }

    /** Checkpoints over that database, published to the file; empty for nowhere. */
    public static Checkpoints checkpoints(CaseDatabase database, SigningKey key, String file) {
        return new Checkpoints(
                new CheckpointTable(database.jdbc),
                new ChainHeads(database.jdbc, database.dataSource, database.transactions),
                key,
                new EventProperties(null, Duration.ofMinutes(10), file),
                database.transaction,
                database.clock);
    }
}
