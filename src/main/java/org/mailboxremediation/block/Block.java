package org.mailboxremediation.block;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.mailbox.BlockListKind;

/**
 * An entry of a case for the provider's block list.
 *
 * @param id random
 * @param incidentId the case
 * @param entry as the list takes it
 * @param kind which list
 * @param level whose list
 * @param state how far it has come
 * @param caution why a person must say yes, or why it is refused: a fixed sentence; null if nothing speaks against it
 * @param reason the person's reason for the last decision
 * @param decidedBy who decided last
 * @param proposedAt when it was suggested
 * @param settledAt when the provider's list was last read back for it
 * @param expiresAt when it ends by itself, once in force
 * @param reviewAt from when on a person should say whether it is still wanted
 * @param grounds why it was suggested
 * @param byHand whether the provider's list cannot say it, so that a person saw to it elsewhere
 * @param stoodBefore whether the list had the entry before us: then undoing leaves it there; null until the list was read
 */
public record Block(
        String id,
        String incidentId,
        String entry,
        BlockListKind kind,
        BlockLevel level,
        BlockState state,
        @Nullable String caution,
        @Nullable String reason,
        @Nullable String decidedBy,
        Instant proposedAt,
        @Nullable Instant settledAt,
        @Nullable Instant expiresAt,
        @Nullable Instant reviewAt,
        Grounds grounds,
        boolean byHand,
        @Nullable Boolean stoodBefore) {

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        return isReached(expiresAt, now);
    }

    /** Whether a person should look at it again. */
    public boolean isReviewDue(Instant now) {
        return isReached(reviewAt, now);
    }

    private static boolean isReached(@Nullable Instant date, Instant now) {
        return date != null && !date.isAfter(now);
    }
}
