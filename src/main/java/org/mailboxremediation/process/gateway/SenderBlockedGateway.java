package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.springframework.stereotype.Component;

/** Are all confirmed entries in force? */
@Component
public final class SenderBlockedGateway {

    private final Blocks blocks;

    SenderBlockedGateway(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Whether none is left requested or refused. */
    public boolean yes(DelegateExecution execution) {
        return blocks.of(execution.getProcessBusinessKey()).stream()
                .noneMatch(b -> b.state() == BlockState.REQUESTED
                        || (b.state() == BlockState.REFUSED && b.decidedBy() != null));
    }
}
