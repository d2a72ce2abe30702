package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.outbox.Priority;
import org.mailboxremediation.process.CaseCommands;
import org.mailboxremediation.process.OutcomeWait;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Blocks the mailbox, or picks up the block that a later fact already asked for. */
@Component
final class BlockAccessDelegate implements JavaDelegate {

    private final CaseCommands commands;
    private final OutcomeWait wait;

    BlockAccessDelegate(CaseCommands commands, OutcomeWait wait) {
        this.commands = commands;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String incidentId = execution.getProcessBusinessKey();
        wait.awaitOutcome(execution, commands.untoldOrNew(incidentId, Step.BLOCK_ACCESS, Priority.BLOCK_AGAIN));
    }
}
