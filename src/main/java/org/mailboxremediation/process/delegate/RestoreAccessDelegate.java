package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.CaseCommands;
import org.mailboxremediation.process.OutcomeWait;
import org.springframework.stereotype.Component;

/** Asks for access to be restored; the action asks the guard itself (promise P1). */
@Component
final class RestoreAccessDelegate implements JavaDelegate {

    private final CaseCommands commands;
    private final OutcomeWait wait;

    RestoreAccessDelegate(CaseCommands commands, OutcomeWait wait) {
        this.commands = commands;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        wait.awaitOutcome(execution, commands.restore(execution.getProcessBusinessKey()));
    }
}
