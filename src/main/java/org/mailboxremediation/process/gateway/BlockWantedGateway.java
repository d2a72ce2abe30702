package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.springframework.stereotype.Component;

/** Did a person confirm anything to block? */
@Component
public final class BlockWantedGateway {

    private final Blocks blocks;

    BlockWantedGateway(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Whether an entry is requested. */
    public boolean yes(DelegateExecution execution) {
        return blocks.of(execution.getProcessBusinessKey()).stream().anyMatch(b -> b.state() == BlockState.REQUESTED);
    }
}
