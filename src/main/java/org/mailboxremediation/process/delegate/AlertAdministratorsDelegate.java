package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.OutcomeWait;
import org.mailboxremediation.process.PeopleAlerts;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Waits for the administrators' mails, queued when the incident was reported (article step 3). */
@Component
final class AlertAdministratorsDelegate implements JavaDelegate {

    private final PeopleAlerts alerts;
    private final OutcomeWait wait;

    AlertAdministratorsDelegate(PeopleAlerts alerts, OutcomeWait wait) {
        this.alerts = alerts;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        wait.awaitOutcome(execution, alerts.command(execution.getProcessBusinessKey(), Step.ALERT_ADMINISTRATORS));
    }
}
