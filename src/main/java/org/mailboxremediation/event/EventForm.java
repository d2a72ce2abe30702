package org.mailboxremediation.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an event holds its payload, and what else its hash covers (ADR 20). Events of the first form have none of it: their
 * hash is over the payload itself.
 *
 * @param authenticated how the actor was authenticated, an {@link AuthenticationMethod}'s name; null in the first form
 * @param salt 32 hexadecimal digits; gone with the payload
 * @param payloadDigest of salt and payload; null in the first form
 * @param purged whether the payload is gone
 */
public record EventForm(
        @Nullable String authenticated,
        @Nullable String salt,
        @Nullable String payloadDigest,
        boolean purged) {

    private static final Pattern METHOD = Pattern.compile("[A-Z_]{1,24}");

    /** The first form, with its payload. */
    public static final EventForm FIRST = new EventForm(null, null, null, false);

    /** Holds that it is one of the two forms, whole. */
    public EventForm {
        boolean first = authenticated == null && salt == null && payloadDigest == null;
        boolean second = authenticated != null
                && METHOD.matcher(authenticated).matches()
                && payloadDigest != null
                && (salt == null) == purged;
        if (!first && !second) {
            throw new IllegalArgumentException("no form of an event");
        }
    }

    /** Whether it is of the first form, as written before ADR 20. */
    public boolean isFirst() {
        return payloadDigest == null;
    }

    /** The same, without its payload. */
    EventForm withoutPayload() {
        return new EventForm(authenticated, null, payloadDigest, true);
    }
}
