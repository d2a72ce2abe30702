package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.OtherSteps;
import org.springframework.stereotype.Component;

/** Are people alerted, and is the source traced? */
@Component
public final class OtherStepsDoneGateway {

    private final OtherSteps steps;

    OtherStepsDoneGateway(OtherSteps steps) {
        this.steps = steps;
    }

    /** Whether steps 3 and 4 have both ended. */
    public boolean yes(DelegateExecution execution) {
        return steps.done(execution.getProcessBusinessKey());
    }
}
