package org.mailboxremediation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.stereotype.Component;

/** Ties a process to its case by the business key; at most one procedure runs a case at a time. */
@Component
public final class CaseBinding {

    private final Incidents incidents;

    CaseBinding(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Binds a starting process: by its business key, or by the mailbox of the form it was started with. */
    public void bind(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        Incident incident = key != null ? incidents.get(key) : openFor(execution.getVariable("mailbox"));
        execution.setProcessBusinessKey(incident.id());
        execution.setVariable("mailbox", incident.mailbox().asString());
        if (!incidents.attachProcess(incident.id(), execution.getProcessInstanceId())) {
            throw new IllegalStateException("The case already has a running procedure.");
        }
    }

    private Incident openFor(Object mailbox) {
        return incidents
                .findOpen(MailboxAddress.parse(String.valueOf(mailbox)))
                .orElseThrow(() -> new IllegalStateException("There is no open case for the mailbox."));
    }
}
