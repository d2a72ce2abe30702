package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.process.HandWork;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** Attests a lock-out that the machine could not do or prove, or lets it try again (promise P4). */
@Component
final class ChangePasswordByHandInput implements TaskInput {

    private final HandWork work;
    private final PasswordChanges changes;
    private final CaseTexts texts;

    ChangePasswordByHandInput(HandWork work, PasswordChanges changes, CaseTexts texts) {
        this.work = work;
        this.changes = changes;
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
    public void check(CaseTask task, Answers answers) {
        boolean unchecked = changes.newest(task.incidentId())
                .filter(change -> change.setAt() != null && change.verification() == Verification.UNVERIFIABLE)
                .isPresent();
        // Otherwise the owner would be handed a password that the mailbox does not have, or the attacker kept one that
        // works.
        if (!unchecked && answers.need("answer").equals("OLD_REFUSED")) {
            throw new InputRefused(
                    "The machine did not set the new password, or saw that the lock-out failed. Set one in"
                            + " the Control Panel and say so, or let the machine try again.");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String answer = answers.need("answer");
        if (!answer.equals("TRY_AGAIN")) {
            work.lockOutAttested(task.incidentId(), answer, answers.need("reason"), task.actor());
        }
    }
}
