package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.process.HandWork;
import org.springframework.stereotype.Component;

/** Attests a lock-out that the machine could not do or prove, or lets it try again (promise P4). */
@Component
final class ChangePasswordByHandInput implements TaskInput {

    private final HandWork work;
    private final CaseTexts texts;

    ChangePasswordByHandInput(HandWork work, CaseTexts texts) {
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ChangePasswordByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.lockOut(task.incidentId()));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String answer = answers.need("answer");
        if (!answer.equals("TRY_AGAIN")) {
            work.lockOutAttested(task.incidentId(), answer, answers.need("reason"), task.actor());
        }
    }
}
