package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.block.Origins;
import org.springframework.stereotype.Component;

/** Is there a message to trace? */
@Component
public final class MessageFoundGateway {

    private final Origins origins;

    MessageFoundGateway(Origins origins) {
        this.origins = origins;
    }

    /** Whether one was provided and not yet judged. */
    public boolean yes(DelegateExecution execution) {
        return origins.newest(execution.getProcessBusinessKey())
                .filter(o -> o.wasSource() == null)
                .isPresent();
    }
}
