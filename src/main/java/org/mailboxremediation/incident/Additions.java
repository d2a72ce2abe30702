package org.mailboxremediation.incident;

import java.util.List;
import java.util.Set;

/** What a further report added to a case; what was known already is left out. */
public record Additions(Set<Symptom> symptoms, Set<RiskFactor> riskFactors, List<String> colleagues) {

    public Additions {
        symptoms = Set.copyOf(symptoms);
        riskFactors = Set.copyOf(riskFactors);
        colleagues = List.copyOf(colleagues);
    }

    /** Whether the report said nothing new. */
    public boolean isEmpty() {
        return symptoms.isEmpty() && riskFactors.isEmpty() && colleagues.isEmpty();
    }
}
