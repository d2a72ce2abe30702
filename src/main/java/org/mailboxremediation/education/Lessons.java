package org.mailboxremediation.education;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.RiskFactor;

/** The lessons, one for each risk factor and each symptom, and which of them a case calls for. Pure. */
public final class Lessons {

    private static final List<Lesson> ALL = Stream.concat(
                    Arrays.stream(RiskFactorLesson.values()).map(RiskFactorLesson::lesson),
                    Arrays.stream(SymptomLesson.values()).map(SymptomLesson::lesson))
            .toList();

    private Lessons() {}

    /** All thirteen, the risk factors first. */
    public static List<Lesson> all() {
        return List.copyOf(ALL);
    }

    /** The lesson with this id. */
    public static Optional<Lesson> find(String id) {
        return ALL.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    /**
     * The lessons of the case's risk factors and symptoms. Where no risk factor was reported, all six: how the attacker
     * came in is unknown then.
     */
    public static List<Lesson> forCase(Incident incident) {
        boolean unknown = incident.riskFactors().isEmpty();
        return ALL.stream()
                .filter(lesson -> concerns(lesson, incident) || (unknown && isRiskFactor(lesson)))
                .toList();
    }

    /** Whether the case was reported with this lesson's risk factor or symptom. */
    private static boolean concerns(Lesson lesson, Incident incident) {
        return incident.riskFactors().stream().anyMatch(factor -> factor.name().equals(lesson.id()))
                || incident.symptoms().stream()
                        .anyMatch(symptom -> symptom.name().equals(lesson.id()));
    }

    private static boolean isRiskFactor(Lesson lesson) {
        return Arrays.stream(RiskFactor.values())
                .anyMatch(factor -> factor.name().equals(lesson.id()));
    }
}
