package org.mailboxremediation.process.task;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.process.HandWork;
import org.springframework.stereotype.Component;

/** Settles what keeps the restore gate shut and a person can settle (promise P1). */
@Component
final class SettleOpenPointsInput implements TaskInput {

    private final MailboxSettings settings;
    private final HandWork work;
    private final CaseTexts texts;

    SettleOpenPointsInput(MailboxSettings settings, HandWork work, CaseTexts texts) {
        this.settings = settings;
        this.work = work;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_SettleOpenPoints";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of(
                "facts",
                texts.gate(task.incidentId()),
                "openSettings",
                open(task).stream()
                        .map(s -> Map.of("value", s.id(), "label", TaskText.words(s.kind()) + ": " + s.value()))
                        .toList());
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        List<String> openIds = open(task).stream().map(MailboxSetting::id).toList();
        if (!openIds.containsAll(answers.chosen("acceptedSettings"))) {
            throw answers.refused("acceptedSettings", "names a setting that is not open any more");
        }
        boolean settles = !answers.chosen("acceptedSettings").isEmpty()
                || answers.yes("settingsRead")
                || answers.yes("lockOutSeen");
        if (settles && answers.text("reason").isEmpty()) {
            throw answers.refused("reason", "must say who confirmed this and how");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        String reason = answers.text("reason").orElse("");
        answers.chosen("acceptedSettings").forEach(id -> settings.accepted(id, task.actor(), reason));
        if (answers.yes("settingsRead")) {
            work.settingsRead(task.incidentId(), reason, task.actor());
        }
        if (answers.yes("lockOutSeen")) {
            work.lockOutAttested(task.incidentId(), "OLD_REFUSED", reason, task.actor());
        }
    }

    private List<MailboxSetting> open(CaseTask task) {
        return settings.of(task.incidentId()).stream()
                .filter(s -> s.state() == SettingState.FOUND)
                .toList();
    }
}
