package org.mailboxremediation.outbox;

import java.util.Set;

/** Told of each settled command, after its facts are committed, until it says that it is done with it. */
public interface OutcomeListener {

    /**
     * Signals whoever waits for the command. Called under the case's lock, in the transaction that remembers
     * that it was told; again on each sweep until it answers true.
     *
     * @return false if nobody waits yet
     */
    boolean settled(Command command, Outcome outcome);

    /** Those of the cases in which this listener can hear nothing yet: what was settled in them is not told it again. */
    default Set<String> deaf(Set<String> caseIds) {
        return Set.of();
    }
}
