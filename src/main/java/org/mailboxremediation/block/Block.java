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
 * @param expiresAt when it should be looked at again, once in force
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
        @Nullable Instant expiresAt) {

    /** Whether its time is over. */
    boolean isExpired(Instant now) {
        Instant end = expiresAt;
        return end != null && !end.isAfter(now);
    }
}
