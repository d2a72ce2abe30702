package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mailboxremediation.process.OtherSteps;
import org.springframework.stereotype.Component;

/** Says that step 3 or 4 is over, on the way out of it. */
@Component
final class OtherStepDoneListener implements ExecutionListener {

    private final OtherSteps steps;

    OtherStepDoneListener(OtherSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateExecution execution) {
        steps.ending(execution.getProcessBusinessKey(), execution.getCurrentActivityId());
    }
}
