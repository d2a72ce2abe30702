package org.mailboxremediation.process;

import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessBefore;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Symptom;
import org.springframework.stereotype.Component;

/** Whether anyone can log in to the mailbox, as last read back. */
@Component
public final class AccessNow {

    private final AccessLog log;
    private final Incidents incidents;

    AccessNow(AccessLog log, Incidents incidents) {
        this.log = log;
        this.incidents = incidents;
    }

    public boolean blocked(String incidentId) {
        return log.current(incidents.get(incidentId)) == Access.BLOCKED;
    }

    /**
     * Whether the mailbox was disabled before the case for a reason that is not the case: then it stays so (DESIGN §4). A
     * reported notice that the provider disabled it makes the compromise the reason.
     */
    public boolean staysDisabled(String incidentId) {
        Incident incident = incidents.get(incidentId);
        return incident.accessBefore() == AccessBefore.DISABLED
                && !incident.symptoms().contains(Symptom.DISABLED_NOTICE);
    }
}
