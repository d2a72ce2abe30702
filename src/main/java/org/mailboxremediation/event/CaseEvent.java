package org.mailboxremediation.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fact or decision of a case, as the chain keeps it.
 *
 * @param caseId the case whose chain this is a link of
 * @param sequence position in the chain, from 1, without gaps
 * @param at when it was recorded
 * @param actor who: a user id, or {@code system}
 * @param type what happened, in PascalCase past tense ({@code PasswordChanged})
 * @param payload ids, verdicts and short texts; never a secret; empty where it was purged
 * @param previous the hash of the event before; 64 zeros for the first
 * @param hash SHA-256 over everything above and the form, in lower-case hexadecimal
 * @param form how the actor was authenticated, and how the hash covers the payload
 */
public record CaseEvent(
        String caseId,
        long sequence,
        Instant at,
        String actor,
        String type,
        Map<String, Object> payload,
        String previous,
        String hash,
        EventForm form) {

    /** The actor of what no person did. */
    public static final String SYSTEM = "system";

    /** Holds that what was purged is not there. */
    public CaseEvent {
        payload = Map.copyOf(payload);
        if (form.purged() && !payload.isEmpty()) {
            throw new IllegalArgumentException("a payload that was purged is there");
        }
    }

    /**
     * Reads one line of a case file.
     *
     * @throws IllegalArgumentException if it is no event
     */
    public static CaseEvent read(String line) {
        try {
            JsonLine members = JsonLine.read(line);
            boolean purged = !members.has("payload");
            return new CaseEvent(
                    members.text("case"),
                    members.number("sequence"),
                    Instant.parse(members.text("at")),
                    members.text("actor"),
                    members.text("type"),
                    purged ? Map.of() : members.object("payload"),
                    members.text("previous"),
                    members.text("hash"),
                    new EventForm(
                            members.optional("authenticated"),
                            members.optional("salt"),
                            members.optional("payloadDigest"),
                            purged));
        } catch (RuntimeException foreign) {
            throw new IllegalArgumentException("no event");
        }
    }

    /** One line of JSON, members sorted and without blanks; what was purged is left out. */
    public String line() {
        Map<String, Object> members = new HashMap<>(Map.of(
                "case", caseId,
                "sequence", sequence,
                "at", at.toString(),
                "actor", actor,
                "type", type,
                "previous", previous,
                "hash", hash));
        if (!form.purged()) {
            members.put("payload", new TreeMap<>(payload));
        }
        put(members, "authenticated", form.authenticated());
        put(members, "salt", form.salt());
        put(members, "payloadDigest", form.payloadDigest());
        return CanonicalJson.object(members);
    }

    /** The same event as it is left when its payload is purged. */
    CaseEvent withoutPayload() {
        return new CaseEvent(caseId, sequence, at, actor, type, Map.of(), previous, hash, form.withoutPayload());
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
