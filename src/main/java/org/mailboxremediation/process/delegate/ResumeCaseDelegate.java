package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.CaseEnding;
import org.springframework.stereotype.Component;

/** Lets the procedure run (again) on the facts the case already has. */
@Component
final class ResumeCaseDelegate implements JavaDelegate {

    private final CaseEnding ending;

    ResumeCaseDelegate(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.resume(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }
}
