package org.mailboxremediation.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Severity;
import org.mailboxremediation.incident.Symptom;

/** An incident as a list shows it. */
record IncidentSummary(
        String id,
        String mailbox,
        IncidentStatus status,
        Severity severity,
        List<Symptom> symptoms,
        List<RiskFactor> riskFactors,
        ReporterView reporter,
        Instant reportedAt,
        @Nullable Instant closedAt) {

    static IncidentSummary of(Incident incident) {
        return new IncidentSummary(
                incident.id(),
                incident.mailbox().asString(),
                incident.status(),
                incident.severity(),
                incident.symptoms().stream().sorted().toList(),
                incident.riskFactors().stream().sorted().toList(),
                ReporterView.of(incident.reporter()),
                incident.reportedAt(),
                incident.closedAt());
    }
}
