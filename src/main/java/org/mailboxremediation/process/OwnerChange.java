package org.mailboxremediation.process;

import java.util.Optional;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Symptom;
import org.springframework.stereotype.Component;

/** Whether the owner may change the password in webmail, with the current one: the article's way for a user. */
@Component
public final class OwnerChange {

    private final Incidents incidents;
    private final AccessLog access;

    OwnerChange(Incidents incidents, AccessLog access) {
        this.incidents = incidents;
        this.access = access;
    }

    /** Why not, as a sentence; empty if the owner may. */
    public Optional<String> refusal(String incidentId) {
        Incident incident = incidents.get(incidentId);
        if (incident.symptoms().contains(Symptom.PASSWORD_CHANGED)) {
            return Optional.of("the attacker changed the password, so the owner does not have the current one.");
        }
        return access.current(incident) == Access.BLOCKED
                ? Optional.of("access is blocked, so the owner cannot log in.")
                : Optional.empty();
    }
}
