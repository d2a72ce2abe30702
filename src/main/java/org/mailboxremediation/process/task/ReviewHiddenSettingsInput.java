package org.mailboxremediation.process.task;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.process.PutBacks;
import org.springframework.stereotype.Component;

/** Attests the look at what the API cannot show. */
@Component
final class ReviewHiddenSettingsInput implements TaskInput {

    private static final String PUT_BACK = "putBack";

    private final Attestations attestations;
    private final PutBacks putBacks;
    private final CaseTexts texts;

    ReviewHiddenSettingsInput(Attestations attestations, PutBacks putBacks, CaseTexts texts) {
        this.attestations = attestations;
        this.putBacks = putBacks;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ReviewHiddenSettings";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of(
                "facts",
                texts.summary(task.incidentId()),
                "clearedSettings",
                putBacks.cleared(task.incidentId()).stream()
                        .map(s -> Map.of("value", s.id(), "label", TaskText.words(s.kind()) + ": " + s.value()))
                        .toList());
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        List<String> wanted = answers.chosen(PUT_BACK);
        List<String> cleared = putBacks.cleared(task.incidentId()).stream()
                .map(MailboxSetting::id)
                .toList();
        if (!cleared.containsAll(wanted)) {
            throw answers.refused(PUT_BACK, "names a setting that is not cleared any more");
        }
        if (!wanted.isEmpty() && answers.text("reason").isEmpty()) {
            throw answers.refused("reason", "must say why each setting is put back, and who asked for it");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        attestations.record(
                task.incidentId(),
                AttestationKind.HIDDEN_SETTINGS_REVIEWED,
                "webmail",
                "reviewed",
                answers.text("reason").orElse(null),
                task.actor());
        answers.chosen(PUT_BACK)
                .forEach(id -> putBacks.request(task.incidentId(), id, answers.need("reason"), task.actor()));
    }
}
