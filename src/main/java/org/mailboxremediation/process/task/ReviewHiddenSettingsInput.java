package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.springframework.stereotype.Component;

/** Attests the look at what the API cannot show. */
@Component
final class ReviewHiddenSettingsInput implements TaskInput {

    private final Attestations attestations;
    private final CaseTexts texts;

    ReviewHiddenSettingsInput(Attestations attestations, CaseTexts texts) {
        this.attestations = attestations;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_ReviewHiddenSettings";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.summary(task.incidentId()));
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
    }
}
