package org.mailboxremediation.education;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lessons each case's owner owes (article step 5). Methods that change something run in the caller's transaction. */
@Component
public final class LessonAssignments {

    private final JdbcClient jdbc;
    private final EventChain chain;
    private final EducationProperties properties;
    private final Clock clock;

    LessonAssignments(JdbcClient jdbc, EventChain chain, EducationProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.properties = properties;
        this.clock = clock;
    }

    /** Assigns the case's lessons; those that are assigned already stay as they are. Event {@code LessonsAssigned}. */
    public void assign(Incident incident) {
        chain.lock(incident.id());
        Set<String> known =
                of(incident.id()).stream().map(LessonAssignment::lesson).collect(Collectors.toSet());
        List<String> added = Lessons.forCase(incident).stream()
                .map(Lesson::id)
                .filter(lesson -> !known.contains(lesson))
                .toList();
        Instant now = Times.now(clock);
        added.forEach(lesson -> insert(incident.id(), lesson, now));
        if (!added.isEmpty()) {
            chain.append(incident.id(), CaseEvent.SYSTEM, "LessonsAssigned", Map.of("lessons", added));
        }
    }

    /** The case's assignments, the earliest due first. */
    public List<LessonAssignment> of(String incidentId) {
        return jdbc.sql("select * from lesson_assignment where incident_id = :incident order by due_at, lesson")
                .param("incident", incidentId)
                .query((row, n) -> assignment(row))
                .list();
    }

    /** Keeps that all open lessons were learned. */
    public void acknowledge(String incidentId, String actor) {
        acknowledge(incidentId, Set.copyOf(debt(incidentId).open()), actor);
    }

    /**
     * Keeps that these lessons were learned; those acknowledged before stay so. Event {@code LessonsAcknowledged}.
     *
     * @param lessons ids
     * @param actor whose word it is
     * @throws IllegalArgumentException if one of them is not assigned in the case
     */
    public void acknowledge(String incidentId, Set<String> lessons, String actor) {
        chain.lock(incidentId);
        List<LessonAssignment> assigned = of(incidentId);
        if (!assigned.stream().map(LessonAssignment::lesson).toList().containsAll(lessons)) {
            throw new IllegalArgumentException("a lesson is not assigned in this case");
        }
        List<String> learned = assigned.stream()
                .filter(LessonAssignment::isOpen)
                .map(LessonAssignment::lesson)
                .filter(lessons::contains)
                .toList();
        learned.forEach(lesson -> update(incidentId, lesson, actor));
        if (!learned.isEmpty()) {
            chain.append(incidentId, actor, "LessonsAcknowledged", Map.of("lessons", learned));
        }
    }

    /** What is still owed in the case, and what of it is overdue. */
    public LessonDebt debt(String incidentId) {
        List<LessonAssignment> open =
                of(incidentId).stream().filter(LessonAssignment::isOpen).toList();
        Instant now = clock.instant();
        return new LessonDebt(
                open.stream().map(LessonAssignment::lesson).toList(),
                open.stream()
                        .filter(assignment -> assignment.dueAt().isBefore(now))
                        .map(LessonAssignment::lesson)
                        .toList());
    }

    private void insert(String incidentId, String lesson, Instant now) {
        jdbc.sql("insert into lesson_assignment (incident_id, lesson, assigned_at, due_at)"
                        + " values (:incident, :lesson, :at, :due)")
                .param("incident", incidentId)
                .param("lesson", lesson)
                .param("at", Times.sql(now))
                .param("due", Times.sql(now.plus(properties.dueIn())))
                .update();
    }

    private void update(String incidentId, String lesson, String actor) {
        jdbc.sql("update lesson_assignment set acknowledged_at = :at, acknowledged_by = :actor"
                        + " where incident_id = :incident and lesson = :lesson and acknowledged_at is null")
                .param("at", Times.sql(Times.now(clock)))
                .param("actor", actor)
                .param("incident", incidentId)
                .param("lesson", lesson)
                .update();
    }

    private static LessonAssignment assignment(ResultSet row) throws SQLException {
        return new LessonAssignment(
                row.getString("incident_id"),
                row.getString("lesson"),
                Times.read(row, "assigned_at"),
                Times.read(row, "due_at"),
                Times.readOrNull(row, "acknowledged_at"),
                row.getString("acknowledged_by"));
    }
}
