package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.process.AccessNow;
import org.springframework.stereotype.Component;

/** Is there access to restore? */
@Component
public final class MailboxBlockedGateway {

    private final AccessNow access;

    MailboxBlockedGateway(AccessNow access) {
        this.access = access;
    }

    /** Whether the mailbox is blocked because of the case. */
    public boolean yes(DelegateExecution execution) {
        return access.blocked(execution.getProcessBusinessKey())
                && !access.staysDisabled(execution.getProcessBusinessKey());
    }

    /** Whether it was disabled before the case for another reason, and so stays disabled. */
    public boolean staysDisabled(DelegateExecution execution) {
        return access.staysDisabled(execution.getProcessBusinessKey());
    }
}
