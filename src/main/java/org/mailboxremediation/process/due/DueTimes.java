package org.mailboxremediation.process.due;

import java.time.Duration;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Severity;
import org.springframework.stereotype.Component;

/** How long people have for a task: 4 h when critical, 8 h high, 24 h medium, 72 h low. */
@Component
final class DueTimes {

    private final Incidents incidents;

    DueTimes(Incidents incidents) {
        this.incidents = incidents;
    }

    Duration of(String incidentId) {
        return switch (severity(incidentId)) {
            case CRITICAL -> Duration.ofHours(4);
            case HIGH -> Duration.ofHours(8);
            case MEDIUM -> Duration.ofHours(24);
            case LOW -> Duration.ofDays(3);
        };
    }

    Severity severity(String incidentId) {
        return incidents.get(incidentId).severity();
    }
}
