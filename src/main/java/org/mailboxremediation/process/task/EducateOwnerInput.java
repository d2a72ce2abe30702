package org.mailboxremediation.process.task;

import java.util.Map;
import java.util.Set;
import org.mailboxremediation.education.LessonAssignments;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;

/** Acknowledges the lessons the owner has understood; the rest stays as a debt (article step 5). */
@Component
final class EducateOwnerInput implements TaskInput {

    private final LessonAssignments lessons;
    private final Incidents incidents;
    private final Attestations attestations;
    private final LessonTexts texts;

    EducateOwnerInput(LessonAssignments lessons, Incidents incidents, Attestations attestations, LessonTexts texts) {
        this.lessons = lessons;
        this.incidents = incidents;
        this.attestations = attestations;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_EducateOwner";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        lessons.assign(incidents.get(task.incidentId()));
        return Map.of(
                "facts", texts.lessons(task.incidentId()), "lessonChoices", texts.lessonChoices(task.incidentId()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        Set<String> known = texts.openLessons(task.incidentId());
        if (!known.containsAll(answers.chosen("lessons"))) {
            throw answers.refused("lessons", "names a lesson that this case does not have open");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        Set<String> understood = Set.copyOf(answers.chosen("lessons"));
        if (!understood.isEmpty()) {
            lessons.acknowledge(task.incidentId(), understood, task.actor());
        }
        attestations.record(
                task.incidentId(),
                AttestationKind.OWNER_TAUGHT,
                "lessons",
                String.valueOf(understood.size()),
                answers.text("reason").orElse(null),
                task.actor());
    }
}
