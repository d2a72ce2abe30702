package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.process.OutcomeWait;
import org.springframework.stereotype.Component;

/** Asks for the entries a person confirmed to be blocked (article step 4). */
@Component
final class BlockSenderDelegate implements JavaDelegate {

    private final Blocks blocks;
    private final OutcomeWait wait;

    BlockSenderDelegate(Blocks blocks, OutcomeWait wait) {
        this.blocks = blocks;
        this.wait = wait;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String incidentId = execution.getProcessBusinessKey();
        wait.awaitOutcome(execution, blocks.send(incidentId));
    }
}
