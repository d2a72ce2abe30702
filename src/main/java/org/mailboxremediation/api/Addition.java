package org.mailboxremediation.api;

import java.util.Collection;
import java.util.List;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Symptom;

/**
 * What a further report added to an open case.
 *
 * @param devices how many
 */
record Addition(List<Symptom> symptoms, List<RiskFactor> riskFactors, List<String> colleagues, int devices) {

    static Addition between(Incident before, Incident after, int devices) {
        return new Addition(
                added(before.symptoms(), after.symptoms()),
                added(before.riskFactors(), after.riskFactors()),
                added(before.colleagues(), after.colleagues()),
                devices);
    }

    private static <T extends Comparable<? super T>> List<T> added(Collection<T> before, Collection<T> after) {
        return after.stream().filter(item -> !before.contains(item)).sorted().toList();
    }
}
