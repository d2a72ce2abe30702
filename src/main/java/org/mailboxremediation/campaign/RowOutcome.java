package org.mailboxremediation.campaign;

/** What became of a row, as the database spells it. */
public enum RowOutcome {
    /** Stored; its turn has not come. */
    PENDING,
    /** It opened a case. */
    STARTED,
    /** Its mailbox had an open case: what was new was added to that. */
    DUPLICATE,
    /** There is nothing to open a case on. */
    REJECTED
}
