package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.HandOvers;
import org.springframework.stereotype.Component;

/** Is there a password to hand over? */
@Component
public final class HandOverDueGateway {

    private final HandOvers handOvers;

    HandOverDueGateway(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    /** Whether the owner already has the newest password. */
    public boolean no(DelegateExecution execution) {
        return handOvers.newestRevealed(execution.getProcessBusinessKey());
    }
}
