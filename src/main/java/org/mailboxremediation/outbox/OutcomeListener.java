package org.mailboxremediation.outbox;

/** Told of each settled command, after its facts are committed, until it says that it is done with it. */
public interface OutcomeListener {

    /**
     * Signals whoever waits for the command. Called under the case's lock, in the transaction that remembers
     * that it was told; again on each sweep until it answers true.
     *
     * @return false if nobody waits yet
     */
    boolean settled(Command command, Outcome outcome);
}
