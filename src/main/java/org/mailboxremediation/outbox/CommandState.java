package org.mailboxremediation.outbox;

/** Where a command stands in the queue, as the database spells it. */
public enum CommandState {
    /** Owed, and waiting for a worker or for its time. */
    PLANNED,
    /**
     * Claimed and being performed, or abandoned by a worker that died: the claim's end tells which. Or accepted, and to
     * be verified.
     */
    SENT,
    /** Done, and seen to be done. */
    VERIFIED,
    /** Checked, and not so. */
    REFUTED,
    /** Done as far as the provider says; no check was possible. */
    UNVERIFIABLE,
    /** A person must do it. */
    NEEDS_PERSON;

    /** Whether nothing more will be tried. */
    public boolean isSettled() {
        return this != PLANNED && this != SENT;
    }

    static CommandState of(Outcome.State state) {
        return switch (state) {
            case VERIFIED -> VERIFIED;
            case REFUTED -> REFUTED;
            case UNVERIFIABLE -> UNVERIFIABLE;
            case NEEDS_PERSON -> NEEDS_PERSON;
            case ACCEPTED -> SENT;
            case RETRY, REPEAT -> PLANNED;
        };
    }
}
