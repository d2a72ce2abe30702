package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.process.HandOvers;
import org.mailboxremediation.process.HandWork;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** Records that the owner has the new password, or that it never arrived (promise P3). */
@Component
final class HandOverPasswordInput implements TaskInput {

    private final HandOvers handOvers;
    private final HandWork work;
    private final CaseTexts texts;

    HandOverPasswordInput(HandOvers handOvers, HandWork work, CaseTexts texts) {
        this.handOvers = handOvers;
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_HandOverPassword";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.handOver(task.incidentId()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        boolean handedOver = answers.need("answer").equals("HANDED_OVER");
        boolean known = handOvers.newestRevealed(task.incidentId()) || handOvers.byHand(task.incidentId());
        if (handedOver && !known) {
            throw new InputRefused(
                    "The newest password was not revealed yet. Reveal it, hand it over, then complete the"
                            + " task; or answer that it was lost.");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        if (answers.need("answer").equals("LOST")) {
            work.handOverLost(task.incidentId(), task.actor());
        } else {
            work.handedOver(task.incidentId(), answers.need("reason"), answers.yes("contactConfirmed"), task.actor());
        }
    }
}
