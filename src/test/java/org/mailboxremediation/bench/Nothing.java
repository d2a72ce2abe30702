package org.mailboxremediation.bench;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Any bean of the models, doing nothing but to leave the variable that ours leaves. */
public final class Nothing implements JavaDelegate, ExecutionListener {

    private final String name;

    Nothing(String name) {
        this.name = name;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(name.startsWith("triage") ? "severity" : "commandId", name);
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (name.startsWith("register")) {
            execution.setVariable("mailbox", execution.getProcessBusinessKey());
        }
    }

    public Object of(DelegateExecution execution) {
        return name.equals("taskPriority") ? 50 : "2030-01-01T00:00:00";
    }

    public boolean yes(DelegateExecution execution) {
        return false;
    }

    public boolean no(DelegateExecution execution) {
        return false;
    }
}
