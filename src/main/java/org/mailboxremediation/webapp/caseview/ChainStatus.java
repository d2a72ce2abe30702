package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a case's chain found, made for whoever asked.
 *
 * @param intact whether every link and every checkpoint holds
 * @param firstBad the position, from 1, of the first event that does not hold; 0 if all do
 * @param why a fixed sentence; empty if it is intact
 * @param events how many events there are
 * @param head the last event's hash; empty for an empty chain
 * @param checkedAt when the check was made
 * @param checkedBy for whom
 * @param key the id of the key that signs now
 * @param signedUpTo the last event that a checkpoint of that key vouches for; 0 for none
 * @param checkpoints the newest first, at most {@value #MOST}
 * @param checkpointCount how many there are
 */
record ChainStatus(
        boolean intact,
        long firstBad,
        String why,
        long events,
        String head,
        Instant checkedAt,
        String checkedBy,
        String key,
        long signedUpTo,
        List<SignedEnd> checkpoints,
        int checkpointCount) {

    static final int MOST = 50;

    ChainStatus {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * A checkpoint.
     *
     * @param flaw what is wrong with it; null if nothing is, or if it is another key's
     * @param known whether its key is the one that signs now: another's signature cannot be checked here
     */
    record SignedEnd(
            long sequence,
            String hash,
            Instant at,
            String key,
            boolean known,
            @Nullable String flaw) {}
}
