package org.mailboxremediation.process.task;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.process.HandWork;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.OwnerChange;
import org.mailboxremediation.process.Step;
import org.springframework.stereotype.Component;

/** Attests a lock-out that the machine could not do or prove, or lets it try again (promise P4). */
@Component
final class ChangePasswordByHandInput implements TaskInput {

    private static final String CHANGED_AT = "changedAt";

    private final HandWork work;
    private final Incidents incidents;
    private final PasswordChanges changes;
    private final OwnerChange ownerChange;
    private final Outbox outbox;
    private final CaseTexts texts;
    private final ByHandTexts instructions;
    private final Clock clock;

    ChangePasswordByHandInput(
            HandWork work,
            Incidents incidents,
            PasswordChanges changes,
            OwnerChange ownerChange,
            Outbox outbox,
            CaseTexts texts,
            ByHandTexts instructions,
            Clock clock) {
        this.work = work;
        this.incidents = incidents;
        this.changes = changes;
        this.ownerChange = ownerChange;
        this.outbox = outbox;
        this.texts = texts;
        this.instructions = instructions;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "UserTask_ChangePasswordByHand";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        String id = task.incidentId();
        String why = instructions
                .why(id, Step.CHANGE_PASSWORD)
                .map(said -> "\n\n" + said)
                .orElse("");
        return Map.of("facts", texts.lockOut(id) + why, "instructions", instructions.changePassword(id));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        String answer = answers.need("answer");
        // Otherwise the owner would be handed a password that the mailbox does not have, or the attacker kept one that
        // works.
        if (answer.equals("OLD_REFUSED") && !machineSetUnchecked(task)) {
            throw new InputRefused(
                    "The machine did not set the new password, or saw that the lock-out failed. Set one in"
                            + " the Control Panel and say so, or let the machine try again.");
        }
        if (answer.equals(Attestation.CHANGED_BY_OWNER)) {
            ownerChange.refusal(task.incidentId()).ifPresent(no -> {
                throw new InputRefused("The owner cannot have changed it in webmail: " + no);
            });
        }
        changedAt(answers).ifPresent(at -> checkTime(task, at, answers));
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String answer = answers.need("answer");
        String reason = answers.need("reason");
        switch (answer) {
            case Attestation.CHANGED_BY_HAND, Attestation.CHANGED_BY_OWNER ->
                work.passwordChanged(task.incidentId(), answer, changedAt(answers), reason, task.actor());
            case "OLD_REFUSED" -> work.lockOutAttested(task.incidentId(), answer, reason, task.actor());
            default -> {}
        }
        if (answers.yes("settingsRead")) {
            work.settingsRead(task.incidentId(), reason, task.actor());
        }
    }

    private boolean machineSetUnchecked(CaseTask task) {
        return changes.newest(task.incidentId())
                .filter(change -> change.setAt() != null && change.verification() == Verification.UNVERIFIABLE)
                .isPresent();
    }

    private static Optional<Instant> changedAt(Answers answers) {
        return answers.text(CHANGED_AT).map(given -> answers.moment(CHANGED_AT));
    }

    /** What the machine tried later would have replaced the person's password. */
    private void checkTime(CaseTask task, Instant at, Answers answers) {
        if (at.isAfter(clock.instant())) {
            throw answers.refused(CHANGED_AT, "must not be in the future");
        }
        if (at.isBefore(incidents.get(task.incidentId()).reportedAt())) {
            throw answers.refused(CHANGED_AT, "must not be before the case was reported");
        }
        machineTriedUntil(task.incidentId()).filter(at::isBefore).ifPresent(until -> {
            throw answers.refused(
                    CHANGED_AT,
                    "must not be before " + until + ": until then the machine tried to set a password of its own."
                            + " Set one again");
        });
    }

    private Optional<Instant> machineTriedUntil(String incidentId) {
        return changes.newest(incidentId)
                .filter(change -> change.credentialId() != null)
                .map(PasswordChange::epoch)
                .flatMap(epoch -> outbox.findByKey(incidentId, Step.CHANGE_PASSWORD.name(), epoch))
                .map(Entry::settledAt);
    }
}
