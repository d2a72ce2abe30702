package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.outbox.Priority;
import org.mailboxremediation.process.CaseCommands;
import org.mailboxremediation.process.OutcomeWait;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Asks for forwarding and auto-reply to be read, kept as found, cleared and read back. */
@Component
final class ClearSettingsDelegate implements JavaDelegate {

    private final CaseCommands commands;
    private final OutcomeWait wait;

    ClearSettingsDelegate(CaseCommands commands, OutcomeWait wait) {
        this.commands = commands;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String incidentId = execution.getProcessBusinessKey();
        wait.awaitOutcome(execution, commands.untoldOrNew(incidentId, Step.CLEAR_SETTINGS, Priority.SETTINGS));
    }
}
