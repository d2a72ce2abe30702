package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mailboxremediation.process.CaseEnding;
import org.springframework.stereotype.Component;

/** Ties a request to end or reopen a case to that case. */
@Component
final class RequestEndingListener implements ExecutionListener {

    private final CaseEnding ending;

    RequestEndingListener(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ending.requested(execution);
    }
}
