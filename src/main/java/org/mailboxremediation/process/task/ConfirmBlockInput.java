package org.mailboxremediation.process.task;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockLevel;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.springframework.stereotype.Component;

/** Confirms what to block; an entry with a caution needs a reason (promise P7). */
@Component
final class ConfirmBlockInput implements TaskInput {

    private final Blocks blocks;
    private final SourceTexts texts;

    ConfirmBlockInput(Blocks blocks, SourceTexts texts) {
        this.blocks = blocks;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ConfirmBlock";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of(
                "facts",
                texts.blocks(task.incidentId()),
                "blockChoices",
                proposed(task).stream()
                        .map(b -> Map.of("value", b.id(), "label", b.entry()))
                        .toList());
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        List<Block> proposed = proposed(task);
        List<String> chosen = answers.chosen("entries");
        if (!proposed.stream().map(Block::id).toList().containsAll(chosen)) {
            throw answers.refused("entries", "names an entry that is not proposed");
        }
        boolean cautious = proposed.stream().anyMatch(b -> chosen.contains(b.id()) && b.caution() != null);
        if (cautious && answers.text("reason").isEmpty()) {
            throw answers.refused("reason", "must say why an entry with a caution is blocked all the same");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String reason = answers.text("reason").orElse(null);
        BlockLevel level = answers.text("level").map(BlockLevel::valueOf).orElse(BlockLevel.DOMAIN);
        answers.chosen("entries").forEach(id -> blocks.request(id, level, reason, task.actor()));
    }

    private List<Block> proposed(CaseTask task) {
        return blocks.of(task.incidentId()).stream()
                .filter(b -> b.state() == BlockState.PROPOSED)
                .toList();
    }
}
