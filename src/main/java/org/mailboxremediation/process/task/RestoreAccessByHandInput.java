package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.process.HandWork;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.Step;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** Attests that a person restored access, which the guard must allow at that moment (promise P1). */
@Component
final class RestoreAccessByHandInput implements TaskInput {

    private final RestoreGuard guard;
    private final HandWork work;
    private final CaseTexts texts;
    private final ByHandTexts instructions;

    RestoreAccessByHandInput(RestoreGuard guard, HandWork work, CaseTexts texts, ByHandTexts instructions) {
        this.guard = guard;
        this.work = work;
        this.texts = texts;
        this.instructions = instructions;
    }

    @Override
    public String task() {
        return "UserTask_RestoreAccessByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        String id = task.incidentId();
        String why = instructions
                .why(id, Step.RESTORE_ACCESS)
                .map(said -> "\\n\\n" + said)
                .orElse("");
        return Map.of("facts", texts.gate(id) + why, "instructions", instructions.restoreAccess(id));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        boolean restores = answers.need("answer").equals("RESTORED");
        if (restores && !guard.decide(task.incidentId()).allowed()) {
            throw new InputRefused("The restore gate is shut: block access again and choose \"Back to the gate\".");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        if (answers.need("answer").equals("RESTORED")) {
            work.accessRestored(task.incidentId(), answers.need("reason"), task.actor());
        }
    }
}
