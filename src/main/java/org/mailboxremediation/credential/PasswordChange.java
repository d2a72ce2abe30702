package org.mailboxremediation.credential;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the mailbox's password.
 *
 * @param id a random UUID
 * @param epoch which change of the case it is, from 1
 * @param blocks whether the mailbox is blocked with it
 * @param requestedAt when it was asked for, by our clock
 * @param setAt when the provider was first known to hold it: what the void rule compares with the end of an infection
 * @param settledAt when it was last settled
 * @param verifiedBy how the verdict is known: fixed codes
 * @param credentialId the sealed password; null until it is sealed
 */
public record PasswordChange(
        String id,
        String incidentId,
        int epoch,
        ChangeCause cause,
        boolean blocks,
        Instant requestedAt,
        @Nullable Instant setAt,
        @Nullable Instant settledAt,
        Verification verification,
        List<String> verifiedBy,
        @Nullable String credentialId) {

    public PasswordChange {
        verifiedBy = List.copyOf(verifiedBy);
    }

    /** Since when the password may have been in use: set, or at the earliest asked for. */
    public Instant inUseSince() {
        return setAt == null ? requestedAt : setAt;
    }
}
