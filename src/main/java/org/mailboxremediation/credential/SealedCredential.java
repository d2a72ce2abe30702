package org.mailboxremediation.credential;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a sealed password without opening it.
 *
 * @param id a random UUID
 * @param changeId the password change it belongs to
 * @param expiresAt when it can no longer be revealed
 * @param offeredAt when it became ready to be revealed
 * @param revealedAt when it was revealed; from then on its owner has it and we do not
 * @param destroyedAt when it went: at its reveal, and later again if the hand-over turned out lost
 */
public record SealedCredential(
        String id,
        String incidentId,
        String changeId,
        Instant sealedAt,
        Instant expiresAt,
        @Nullable Instant offeredAt,
        @Nullable Instant revealedAt,
        @Nullable String revealedBy,
        @Nullable Instant destroyedAt,
        @Nullable Destroyed destroyedWhy) {

    /** One that was sealed just now. */
    static SealedCredential sealed(String id, String incidentId, String changeId, Instant at, Instant expiresAt) {
        return new SealedCredential(id, incidentId, changeId, at, expiresAt, null, null, null, null, null);
    }

    /** Whether its time was up before anybody was shown it. */
    public boolean expiredUnrevealed(Instant now) {
        return destroyedWhy == Destroyed.EXPIRED || (destroyedAt == null && !now.isBefore(expiresAt));
    }

    /** Why it cannot be revealed now; empty if it can. */
    public Optional<CredentialGone.Reason> gone(Instant now) {
        if (destroyedWhy != null) {
            return Optional.of(
                    switch (destroyedWhy) {
                        case REVEALED -> CredentialGone.Reason.ALREADY_REVEALED;
                        case LOST -> CredentialGone.Reason.LOST;
                        case EXPIRED -> CredentialGone.Reason.EXPIRED;
                        case SUPERSEDED -> CredentialGone.Reason.SUPERSEDED;
                    });
        }
        if (expiredUnrevealed(now)) {
            return Optional.of(CredentialGone.Reason.EXPIRED);
        }
        return offeredAt == null ? Optional.of(CredentialGone.Reason.NOT_OFFERED) : Optional.empty();
    }
}
