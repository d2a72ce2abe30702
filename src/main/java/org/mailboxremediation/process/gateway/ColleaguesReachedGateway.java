package org.mailboxremediation.process.gateway;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.Notices;
import org.springframework.stereotype.Component;

/** Were all colleagues reached? */
@Component
public final class ColleaguesReachedGateway {

    private final Notices notices;

    ColleaguesReachedGateway(Notices notices) {
        this.notices = notices;
    }

    /** Whether none is left who must be told another way. */
    public boolean yes(DelegateExecution execution) {
        return notices.everyoneReached(execution.getProcessBusinessKey(), NoticeKind.COLLEAGUE);
    }
}
