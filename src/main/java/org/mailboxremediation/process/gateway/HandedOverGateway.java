package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.HandOvers;
import org.springframework.stereotype.Component;

/** Did the password reach its owner? */
@Component
public final class HandedOverGateway {

    private final HandOvers handOvers;

    HandedOverGateway(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    /** Whether it was revealed and not lost. */
    public boolean yes(DelegateExecution execution) {
        return handOvers.newestRevealed(execution.getProcessBusinessKey());
    }
}
