package org.mailboxremediation.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a mailbox. One symptom or one risk factor is reason enough to act (the article's lists).
 *
 * @param colleagues whom to alert, at most 500, each a mailbox address; kept lower-cased and once each
 * @param note at most 10,000 characters
 */
public record Report(
        MailboxAddress mailbox,
        Reporter reporter,
        Owner owner,
        Set<Symptom> symptoms,
        Set<RiskFactor> riskFactors,
        List<String> colleagues,
        @Nullable String note) {

    /** How many colleagues a case can name. */
    public static final int MAX_COLLEAGUES = 500;

    /** How long a note can be, in characters. */
    public static final int MAX_NOTE = 10_000;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one does not hold; the message names the field, never its content
     */
    public Report {
        symptoms = Set.copyOf(symptoms);
        riskFactors = Set.copyOf(riskFactors);
        if (symptoms.isEmpty() && riskFactors.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one symptom or risk factor");
        }
        if (colleagues.size() > MAX_COLLEAGUES) {
            throw new IllegalArgumentException("colleagues must be at most " + MAX_COLLEAGUES);
        }
        colleagues = addresses(colleagues);
        if (note != null) {
            TextBounds.text("note", note, MAX_NOTE);
        }
    }

    private static List<String> addresses(List<String> colleagues) {
        List<String> parsed = new ArrayList<>();
        for (int index = 0; index < colleagues.size(); index++) {
            try {
                parsed.add(MailboxAddress.parse(colleagues.get(index)).asString());
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException("colleagues[" + index + "]: " + malformed.getMessage(), malformed);
            }
        }
        return parsed.stream().distinct().toList();
    }
}
