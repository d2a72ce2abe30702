package org.mailboxremediation.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the newest lock-out of a case has come.
 *
 * @param position its place in the queue, from 1; null once it is settled
 * @param acceptedAt when the provider took the new password; null before
 * @param expectedAt when it is expected to be verified, as far as one can tell now; null once it is settled
 */
public record LockOutStatus(
        State state,
        @Nullable Integer position,
        @Nullable Instant acceptedAt,
        @Nullable Instant expectedAt) {

    /** Where it stands. */
    public enum State {
        /** The provider has not been told yet, or its answer is not known. */
        PENDING,
        /** The provider took the new password; whether the old one still lets in is being looked at. */
        ACCEPTED,
        /** Seen to be done. */
        VERIFIED,
        /** Seen not to have taken. */
        REFUTED,
        /** Done as far as the provider says; no check was possible. */
        UNVERIFIABLE,
        /** A person has to do it. */
        NEEDS_PERSON
    }
}
