package org.mailboxremediation.event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One fact or decision of a case, as the chain keeps it.
 *
 * @param caseId the case whose chain this is a link of
 * @param sequence position in the chain, from 1, without gaps
 * @param at when it was recorded
 * @param actor who: a user id, or {@code system}
 * @param type what happened, in PascalCase past tense ({@code PasswordChanged})
 * @param payload ids, verdicts and short texts; never a secret
 * @param previous the hash of the event before; 64 zeros for the first
 * @param hash SHA-256 over everything above, in lower-case hexadecimal
 */
public record CaseEvent(
        String caseId,
        long sequence,
        Instant at,
        String actor,
        String type,
        Map<String, Object> payload,
        String previous,
        String hash) {

    /** The actor of what no person did. */
    public static final String SYSTEM = "system";

    public CaseEvent {
        payload = Map.copyOf(payload);
    }

    /**
     * Reads one line of a case file.
     *
     * @throws IllegalArgumentException if it is no event
     */
    public static CaseEvent read(String line) {
        try {
            JsonLine members = JsonLine.read(line);
            return new CaseEvent(
                    members.text("case"),
                    members.number("sequence"),
                    Instant.parse(members.text("at")),
                    members.text("actor"),
                    members.text("type"),
                    members.object("payload"),
                    members.text("previous"),
                    members.text("hash"));
        } catch (RuntimeException foreign) {
            throw new IllegalArgumentException("no event");
        }
    }

    /** One line of JSON, members sorted and without blanks. */
    public String line() {
        return CanonicalJson.object(Map.of(
                "case", caseId,
                "sequence", sequence,
                "at", at.toString(),
                "actor", actor,
                "type", type,
                "payload", new TreeMap<>(payload),
                "previous", previous,
                "hash", hash));
    }
}
