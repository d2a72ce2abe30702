package org.mailboxremediation.education;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Symptom;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class LessonAssignmentsTest {

    private final CaseContext context = new CaseContext(new JavaMailSenderImpl(), Map.of());
    private final LessonAssignments assignments = context.get(LessonAssignments.class);
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void hasALessonForEachRiskFactorAndSymptom() {
        assertThat(Lessons.all()).hasSize(RiskFactor.values().length + Symptom.values().length);
        assertThat(Lessons.all()).extracting(Lesson::id).doesNotHaveDuplicates();
        assertThat(Lessons.all())
                .allSatisfy(lesson -> assertThat(lesson.text().split("[.:] ")).hasSizeBetween(3, 6));
    }

    @Test
    void teachesTheCasesSymptomsAndAllRiskFactorsWhereNoneIsKnown() {
        assertThat(Lessons.forCase(incident)).hasSize(7).extracting(Lesson::id).contains("BOUNCES", "PUBLIC_WIFI");
    }

    @Test
    void assignsOnce() {
        assign();
        assign();

        assertThat(assignments.of(incident.id())).hasSize(7);
        assertThat(events()).containsOnlyOnce("LessonsAssigned");
    }

    @Test
    void remembersWhatIsStillOwed() {
        assign();
        acknowledge(Set.of("BOUNCES"));
        assertThat(assignments.debt(incident.id()).open()).hasSize(6).doesNotContain("BOUNCES");
        assertThat(assignments.debt(incident.id()).overdue()).isEmpty();

        context.database.clock.advance(Duration.ofDays(15));
        assertThat(assignments.debt(incident.id()).overdue()).hasSize(6);

        context.database.inTransaction(() -> assignments.acknowledge(incident.id(), "alice"));
        assertThat(assignments.debt(incident.id()).isNone()).isTrue();
    }

    @Test
    void refusesAWordOnALessonThatIsNotAssigned() {
        assign();

        assertThatIllegalArgumentException().isThrownBy(() -> acknowledge(Set.of("FORWARDING_ADDED")));
    }

    private void assign() {
        context.database.inTransaction(() -> assignments.assign(incident));
    }

    private void acknowledge(Set<String> lessons) {
        context.database.inTransaction(() -> assignments.acknowledge(incident.id(), lessons, "alice"));
    }

    private List<String> events() {
        return context.get(EventChain.class).of(incident.id()).stream()
                .map(CaseEvent::type)
                .toList();
    }
}
