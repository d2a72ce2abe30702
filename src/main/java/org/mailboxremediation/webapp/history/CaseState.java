package org.mailboxremediation.webapp.history;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.incident.IncidentStatus;

/** What the search calls a state: one that cases are in, or all that run, or all that are finished. */
enum CaseState {
    RUNNING,
    FINISHED,
    OPEN,
    REOPENED,
    CLOSED_RESTORED,
    CLOSED_CONTAINED,
    FALSE_ALARM,
    CANCELLED;

    /** The statuses that belong to it. */
    Set<IncidentStatus> statuses() {
        return switch (this) {
            case RUNNING -> statuses(true);
            case FINISHED -> statuses(false);
            default -> EnumSet.of(IncidentStatus.valueOf(name()));
        };
    }

    private static Set<IncidentStatus> statuses(boolean open) {
        return Arrays.stream(IncidentStatus.values())
                .filter(status -> status.isOpen() == open)
                .collect(Collectors.toSet());
    }
}
