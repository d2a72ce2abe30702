package org.mailboxremediation.process.task;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.education.Lesson;
import org.mailboxremediation.education.LessonAssignment;
import org.mailboxremediation.education.LessonAssignments;
import org.mailboxremediation.education.Lessons;
import org.springframework.stereotype.Component;

/** What a task shows of the case's lessons (article step 5). */
@Component
final class LessonTexts {

    private final LessonAssignments lessons;
    private final TaskText text;

    LessonTexts(LessonAssignments lessons, TaskText text) {
        this.lessons = lessons;
        this.text = text;
    }

    String lessons(String incidentId) {
        return text.headed(
                incidentId,
                lessons.of(incidentId).stream().map(LessonTexts::line).toList());
    }

    List<Map<String, String>> lessonChoices(String incidentId) {
        return open(incidentId).stream()
                .map(a -> Map.of("value", a.lesson(), "label", lesson(a).title()))
                .toList();
    }

    Set<String> openLessons(String incidentId) {
        return open(incidentId).stream().map(LessonAssignment::lesson).collect(Collectors.toSet());
    }

    private List<LessonAssignment> open(String incidentId) {
        return lessons.of(incidentId).stream().filter(LessonAssignment::isOpen).toList();
    }

    private static String line(LessonAssignment assignment) {
        return lesson(assignment).title() + "\n   " + lesson(assignment).text();
    }

    private static Lesson lesson(LessonAssignment assignment) {
        return Lessons.find(assignment.lesson()).orElseThrow();
    }
}
