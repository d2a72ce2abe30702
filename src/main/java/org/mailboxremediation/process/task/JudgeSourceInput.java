package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.block.BlockEntries;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.block.Origins;
import org.springframework.stereotype.Component;

/** Says whether the message was the source; only yes leads to a block (article step 4). */
@Component
final class JudgeSourceInput implements TaskInput {

    private final Origins origins;
    private final BlockEntries blocks;
    private final SourceTexts texts;

    JudgeSourceInput(Origins origins, BlockEntries blocks, SourceTexts texts) {
        this.origins = origins;
        this.blocks = blocks;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_JudgeSource";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.origin(task.incidentId()));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        Origin origin = origins.newest(task.incidentId()).orElseThrow();
        origins.judge(origin.id(), answers.need("wasSource"), task.actor());
        // Only now: nothing is suggested of a message that nobody called the source.
        if (answers.need("wasSource").equals("yes")) {
            blocks.propose(task.incidentId(), origin.report());
        }
    }
}
