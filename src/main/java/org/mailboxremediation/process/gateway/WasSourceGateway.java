package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.block.Origins;
import org.springframework.stereotype.Component;

/** Was the message the source? Only a person's yes blocks (article step 4). */
@Component
public final class WasSourceGateway {

    private final Origins origins;

    WasSourceGateway(Origins origins) {
        this.origins = origins;
    }

    /** Whether the newest message was judged to be the source. */
    public boolean yes(DelegateExecution execution) {
        return origins.newest(execution.getProcessBusinessKey())
                .filter(o -> "yes".equals(o.wasSource()))
                .isPresent();
    }
}
