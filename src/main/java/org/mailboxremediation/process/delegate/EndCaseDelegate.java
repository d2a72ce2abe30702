package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.CaseEnding;
import org.springframework.stereotype.Component;

/** Closes the case the way two people decided. */
@Component
final class EndCaseDelegate implements JavaDelegate {

    private final CaseEnding ending;

    EndCaseDelegate(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.end(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }
}
