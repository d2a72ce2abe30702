package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.Notices;
import org.springframework.stereotype.Component;

/** Was an administrator reached out of band? (promise P6) */
@Component
public final class AdministratorReachedGateway {

    private final Notices notices;

    AdministratorReachedGateway(Notices notices) {
        this.notices = notices;
    }

    /** Whether at least one was. */
    public boolean yes(DelegateExecution execution) {
        return notices.everyoneReached(execution.getProcessBusinessKey(), NoticeKind.ADMINISTRATOR);
    }
}
