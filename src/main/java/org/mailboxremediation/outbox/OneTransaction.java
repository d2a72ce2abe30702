package org.mailboxremediation.outbox;

/** Does work for many cases in one transaction, so that what each would write for itself is written together. */
public interface OneTransaction {

    /** Does the work: all of it, or nothing where it throws. */
    void inOneTransaction(Runnable work);
}
