package org.mailboxremediation.incident;

/** Where a case stands. */
public enum IncidentStatus {
    /** Being worked on. */
    OPEN,
    /** Done: the owner has the mailbox back. */
    CLOSED_RESTORED,
    /** Done: the mailbox stays blocked, for its owner is gone or out of reach. */
    CLOSED_CONTAINED,
    /** Nobody had taken the mailbox over. */
    FALSE_ALARM,
    /** Given up; what happens to access was decided on its own. */
    CANCELLED,
    /** Being worked on again, with the facts it had. */
    REOPENED;

    /** Whether the case is being worked on. */
    public boolean isOpen() {
        return this == OPEN || this == REOPENED;
    }
}
