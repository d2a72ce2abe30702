package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.process.HandWork;
import org.springframework.stereotype.Component;

/** Attests that a person blocked the mailbox in the Control Panel. */
@Component
final class BlockAccessByHandInput implements TaskInput {

    private final HandWork work;
    private final CaseTexts texts;

    BlockAccessByHandInput(HandWork work, CaseTexts texts) {
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_BlockAccessByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.lockOut(task.incidentId()));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        work.accessBlocked(task.incidentId(), answers.need("reason"), task.actor());
    }
}
