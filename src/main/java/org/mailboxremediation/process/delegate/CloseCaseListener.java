package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mailboxremediation.process.CaseEnding;
import org.springframework.stereotype.Component;

/** Closes the case when the last branch of the procedure has ended, never before. */
@Component
final class CloseCaseListener implements ExecutionListener {

    private final CaseEnding ending;

    CloseCaseListener(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ending.procedureEnded(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }
}
