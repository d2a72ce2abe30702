package org.mailboxremediation.event;

import java.time.Duration;
import org.mailboxremediation.CaseDatabase;

/** Builds an event chain over a test's database, for the tests of other packages too. */
public final class ChainFixture {

    private ChainFixture() {}

    public static EventChain chain(CaseDatabase database) {
        ChainHeads heads = new ChainHeads(database.jdbc, database.dataSource, database.transactions);
        EventBatch batch = new EventBatch(database.dataSource, heads, database.clock);
        return new EventChain(database.jdbc, heads, batch, database.clock);
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
