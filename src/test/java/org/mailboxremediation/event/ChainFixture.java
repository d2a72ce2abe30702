package org.mailboxremediation.event;

import org.mailboxremediation.CaseDatabase;

/** Builds an event chain over a test's database, for the tests of other packages too. */
public final class ChainFixture {

    private ChainFixture() {}

    public static EventChain chain(CaseDatabase database) {
        return new EventChain(database.jdbc, new ChainHeads(database.jdbc, database.transactions), database.clock);
    }
}
