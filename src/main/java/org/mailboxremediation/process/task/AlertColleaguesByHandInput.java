package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.process.HandWork;
import org.springframework.stereotype.Component;

/** Attests that colleagues were told another way (article step 3, promise P6). */
@Component
final class AlertColleaguesByHandInput implements TaskInput {

    private final HandWork work;
    private final CaseTexts texts;

    AlertColleaguesByHandInput(HandWork work, CaseTexts texts) {
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_AlertColleaguesByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.notices(task.incidentId(), NoticeKind.COLLEAGUE));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        work.alerted(task.incidentId(), NoticeKind.COLLEAGUE, answers.need("reason"), task.actor());
    }
}
