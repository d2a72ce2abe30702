package org.mailboxremediation.event;

import org.mailboxremediation.CaseDatabase;

/** Builds an event chain over a test's database, for the tests of other packages too. */
public final class ChainFixture {

    private ChainFixture() {}

    public static EventChain chain(CaseDatabase database) {
        ChainHeads heads = new ChainHeads(database.jdbc, database.dataSource, database.transactions);
        EventBatch batch = new EventBatch(database.dataSource, heads, database.clock);
        return new EventChain(database.jdbc, heads, batch, database.clock);
    }
}
