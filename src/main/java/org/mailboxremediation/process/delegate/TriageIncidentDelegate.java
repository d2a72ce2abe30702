package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Triage;
import org.mailboxremediation.process.SharedDevices;
import org.mailboxremediation.process.TriageRules;
import org.springframework.stereotype.Component;

/** Asks triage.dmn again, with the same answer as at the report, and keeps it with the case. Lists the devices that the inventory knows. */
@Component
final class TriageIncidentDelegate implements JavaDelegate {

    private final TriageRules rules;
    private final Incidents incidents;
    private final SharedDevices devices;

    TriageIncidentDelegate(TriageRules rules, Incidents incidents, SharedDevices devices) {
        this.rules = rules;
        this.incidents = incidents;
        this.devices = devices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Incident incident = incidents.get(execution.getProcessBusinessKey());
        Triage triage = rules.assess(incident.symptoms(), incident.riskFactors(), incident.accessBefore());
        incidents.triaged(incident.id(), triage, CaseEvent.SYSTEM);
        devices.listKnown(incident);
        execution.setVariable("severity", triage.severity().name());
    }
}
