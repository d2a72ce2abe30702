package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.process.HandWork;
import org.springframework.stereotype.Component;

/** Attests that administrators were told another way (article step 3, promise P6). */
@Component
final class AlertAdministratorsByHandInput implements TaskInput {

    private final HandWork work;
    private final CaseTexts texts;

    AlertAdministratorsByHandInput(HandWork work, CaseTexts texts) {
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_AlertAdministratorsByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.notices(task.incidentId(), NoticeKind.ADMINISTRATOR));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        work.alerted(task.incidentId(), NoticeKind.ADMINISTRATOR, answers.need("reason"), task.actor());
    }
}
