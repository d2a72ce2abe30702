package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.CaseEnding;
import org.springframework.stereotype.Component;

/** Ends the procedure's own steps, so that the decided ending runs alone. */
@Component
final class StopStepsDelegate implements JavaDelegate {

    private final CaseEnding ending;

    StopStepsDelegate(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.stopSteps(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }
}
