package org.mailboxremediation.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's word, kept as said. A later one never erases an earlier one.
 *
 * @param id a random UUID
 * @param subject what it is about: an id, at most 300 characters
 * @param answer what was said: a short code, at most 64 characters
 * @param reason why, at most 2,000 characters
 * @param actor whose word it is
 * @param at when it was given, by our clock
 */
public record Attestation(
        String id,
        String incidentId,
        AttestationKind kind,
        String subject,
        String answer,
        @Nullable String reason,
        String actor,
        Instant at) {

    /** The answer that a device list is complete. */
    public static final String COMPLETE = "complete";

    /** The answer that a person changed the password in the Control Panel, and hands it over too. */
    public static final String CHANGED_BY_HAND = "CHANGED_BY_HAND";

    /** The answer that the owner changed the password in webmail, and so has it. */
    public static final String CHANGED_BY_OWNER = "CHANGED_BY_OWNER";

    /** What a hand-over is about. */
    public static final String PASSWORD = "password";

    /** The answer that the owner has the password. */
    public static final String HANDED_OVER = "HANDED_OVER";

    /** The answer that the password did not reach its owner. */
    public static final String LOST = "LOST";

    private static final Set<String> DENIALS = Set.of("no", "unknown", "incomplete", "false");

    public Attestation {
        TextBounds.line("subject", subject, 300);
        TextBounds.line("answer", answer, 64);
        TextBounds.line("actor", actor, 64);
        if (reason != null) {
            TextBounds.text("reason", reason, 2000);
        }
    }

    /** Whether the answer denies what the kind says: {@code no}, {@code unknown}, {@code incomplete}, {@code false}. */
    public boolean denies() {
        return DENIALS.contains(answer.toLowerCase(Locale.ROOT));
    }

    /** Whether it says that a person, not the machine, set the password. */
    public boolean changesPassword() {
        return answer.equals(CHANGED_BY_HAND) || answer.equals(CHANGED_BY_OWNER);
    }
}
