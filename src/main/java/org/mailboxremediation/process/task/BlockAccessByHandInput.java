package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.process.HandWork;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Attests that a person blocked the mailbox in the Control Panel. */
@Component
final class BlockAccessByHandInput implements TaskInput {

    private final HandWork work;
    private final CaseTexts texts;
    private final ByHandTexts instructions;

    BlockAccessByHandInput(HandWork work, CaseTexts texts, ByHandTexts instructions) {
        this.work = work;
        this.texts = texts;
        this.instructions = instructions;
    }

    @Override
    public String task() {
        return "UserTask_BlockAccessByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        String id = task.incidentId();
        String why = instructions
                .why(id, Step.BLOCK_ACCESS)
                .map(said -> "\\n\\n" + said)
                .orElse("");
        return Map.of("facts", texts.lockOut(id) + why, "instructions", instructions.blockAccess(id));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        work.accessBlocked(task.incidentId(), answers.need("reason"), task.actor());
    }
}
