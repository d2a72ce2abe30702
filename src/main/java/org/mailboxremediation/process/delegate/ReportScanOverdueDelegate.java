package org.mailboxremediation.process.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.process.OverdueScans;
import org.springframework.stereotype.Component;

/** Reminds of a scan that is overdue. The task stays. */
@Component
final class ReportScanOverdueDelegate implements JavaDelegate {

    private final OverdueScans overdue;

    ReportScanOverdueDelegate(OverdueScans overdue) {
        this.overdue = overdue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        overdue.report(execution.getProcessBusinessKey(), String.valueOf(execution.getVariable("deviceId")));
    }
}
