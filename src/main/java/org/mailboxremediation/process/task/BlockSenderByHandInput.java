package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.block.BlocksByHand;
import org.mailboxremediation.process.HandWork;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Attests that a person added the entries, or why they are left out. */
@Component
final class BlockSenderByHandInput implements TaskInput {

    private final BlocksByHand blocks;
    private final HandWork work;
    private final SourceTexts texts;
    private final ByHandTexts instructions;

    BlockSenderByHandInput(BlocksByHand blocks, HandWork work, SourceTexts texts, ByHandTexts instructions) {
        this.blocks = blocks;
        this.work = work;
        this.texts = texts;
        this.instructions = instructions;
    }

    @Override
    public String task() {
        return "UserTask_BlockSenderByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        String id = task.incidentId();
        String why = instructions
                .why(id, Step.BLOCK_SENDER)
                .map(said -> "\\n\\n" + said)
                .orElse("");
        return Map.of("facts", texts.blocks(id) + why, "instructions", instructions.blockSender(id));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        if (answers.need("answer").equals("DONE")) {
            blocks.doneByHand(task.incidentId(), task.actor());
        } else {
            blocks.leftOut(task.incidentId(), task.actor());
        }
        work.attest(task.incidentId(), "block list", answers.need("answer"), answers.need("reason"), task.actor());
    }
}
