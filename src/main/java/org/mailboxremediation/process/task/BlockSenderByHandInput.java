package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.process.HandWork;
import org.springframework.stereotype.Component;

/** Attests that a person added the entries, or why they are left out. */
@Component
final class BlockSenderByHandInput implements TaskInput {

    private final Blocks blocks;
    private final HandWork work;
    private final CaseTexts texts;

    BlockSenderByHandInput(Blocks blocks, HandWork work, CaseTexts texts) {
        this.blocks = blocks;
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_BlockSenderByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.blocks(task.incidentId()));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        if (answers.need("answer").equals("DONE")) {
            blocks.doneByHand(task.incidentId(), task.actor());
        }
        work.attest(task.incidentId(), "block list", answers.need("answer"), answers.need("reason"), task.actor());
    }
}
