package org.mailboxremediation.process;

import org.camunda.bpm.engine.RuntimeService;
import org.mailboxremediation.campaign.Campaigns;
import org.mailboxremediation.campaign.Rejection;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A campaign's rows are taken without a look-up. Where the first write finds that there is no such mailbox, the row is
 * rejected and its case is cancelled, as the report would have been, before anybody else hears of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CampaignRejections implements OutcomeListener {

    private final Campaigns campaigns;
    private final Incidents incidents;
    private final RuntimeService runtime;

    CampaignRejections(Campaigns campaigns, Incidents incidents, RuntimeService runtime) {
        this.campaigns = campaigns;
        this.incidents = incidents;
        this.runtime = runtime;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        if (isUnknownAtFirst(command, outcome)) {
            reject(command.caseId());
        }
        return true;
    }

    private static boolean isUnknownAtFirst(Command command, Outcome outcome) {
        return command.step().equals(Step.CHANGE_PASSWORD.name())
                && command.epoch() == 1
                && outcome.state() == Outcome.State.NEEDS_PERSON
                && "UNKNOWN_MAILBOX".equals(outcome.details().get("why"));
    }

    private void reject(String incidentId) {
        boolean ofCampaign = campaigns.rejectStarted(incidentId, Rejection.UNKNOWN_MAILBOX);
        Incident incident = incidents.get(incidentId);
        if (ofCampaign && incident.status().isOpen()) {
            String process = incident.processInstanceId();
            if (process != null) {
                incidents.detachProcess(incidentId, process);
            }
            incidents.close(incidentId, IncidentStatus.CANCELLED, CaseEvent.SYSTEM);
            runtime.createMessageCorrelation("Message_EndingConfirmed")
                    .processInstanceBusinessKey(incidentId)
                    .correlateAll();
        }
    }
}
