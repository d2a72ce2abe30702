package org.mailboxremediation.process;

import org.mailboxremediation.incident.IncidentStatus;

/** How two people may end a case early, or open it again. */
public enum Ending {
    /** Spoofed, not taken over; access comes back through the gate. */
    FALSE_ALARM_RESTORE(IncidentStatus.FALSE_ALARM),
    /** Owner gone or unreachable: the mailbox stays blocked. */
    OWNER_UNREACHABLE(IncidentStatus.CLOSED_CONTAINED),
    /** Cancelled; access comes back through the gate. */
    CANCEL_RESTORE(IncidentStatus.CANCELLED),
    /** Cancelled; the mailbox stays blocked. */
    CANCEL_KEEP_BLOCKED(IncidentStatus.CANCELLED),
    /** A closed case is opened again. */
    REOPEN(IncidentStatus.REOPENED);

    private final IncidentStatus status;

    Ending(IncidentStatus status) {
        this.status = status;
    }

    /** The status the case ends with. */
    public IncidentStatus status() {
        return status;
    }

    public boolean givesAccessBack() {
        return this == FALSE_ALARM_RESTORE || this == CANCEL_RESTORE;
    }

    public boolean keepsBlocked() {
        return this == OWNER_UNREACHABLE || this == CANCEL_KEEP_BLOCKED;
    }
}
