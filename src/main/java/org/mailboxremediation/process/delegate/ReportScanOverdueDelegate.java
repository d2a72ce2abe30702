package org.mailboxremediation.process.delegate;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.springframework.stereotype.Component;

/** Puts an overdue scan into the proof. */
@Component
final class ReportScanOverdueDelegate implements JavaDelegate {

    private final EventChain chain;

    ReportScanOverdueDelegate(EventChain chain) {
        this.chain = chain;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String device = String.valueOf(execution.getVariable("deviceId"));
        chain.append(execution.getProcessBusinessKey(), CaseEvent.SYSTEM, "ScanOverdue", Map.of("device", device));
    }
}
