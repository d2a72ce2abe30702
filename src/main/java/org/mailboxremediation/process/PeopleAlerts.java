package org.mailboxremediation.process;

import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.Notices;
import org.mailboxremediation.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Finds the newest round of alerts; there is one from the report on. */
@Component
public final class PeopleAlerts {

    private final Notices notices;
    private final Incidents incidents;
    private final Outbox outbox;

    PeopleAlerts(Notices notices, Incidents incidents, Outbox outbox) {
        this.notices = notices;
        this.incidents = incidents;
        this.outbox = outbox;
    }

    /** The command of the newest round. In the caller's transaction. */
    public String command(String incidentId, Step step) {
        if (step == Step.ALERT_ADMINISTRATORS) {
            notices.alertAdministrators(incidents.get(incidentId));
        } else {
            notices.alertColleagues(incidents.get(incidentId));
        }
        return outbox.newest(incidentId, step.name()).orElseThrow().command().id();
    }
}
