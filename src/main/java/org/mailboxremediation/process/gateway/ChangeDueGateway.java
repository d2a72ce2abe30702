package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.restore.CaseFactsReader;
import org.mailboxremediation.restore.VoidRule;
import org.springframework.stereotype.Component;

/** Is a password change due? Derived from the facts every time (promise P3). */
@Component
public final class ChangeDueGateway {

    private final CaseFactsReader facts;

    ChangeDueGateway(CaseFactsReader facts) {
        this.facts = facts;
    }

    /** Whether the newest password is void or a new symptom shows access. */
    public boolean yes(DelegateExecution execution) {
        return VoidRule.changeDue(facts.of(execution.getProcessBusinessKey())).isPresent();
    }
}
