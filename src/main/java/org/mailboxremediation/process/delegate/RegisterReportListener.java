package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mailboxremediation.process.CaseBinding;
import org.springframework.stereotype.Component;

/** Ties the new process to the case that the report opened. */
@Component
final class RegisterReportListener implements ExecutionListener {

    private final CaseBinding binding;

    RegisterReportListener(CaseBinding binding) {
        this.binding = binding;
    }

    @Override
    public void notify(DelegateExecution execution) {
        binding.bind(execution);
    }
}
