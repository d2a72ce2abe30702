package org.mailboxremediation.process;

import java.time.Clock;
import java.time.Duration;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what has an end: sealed passwords are destroyed (an expired hand-over makes a new change due, promise P3), blocks are
 * undone unless a person renewed them, and the administrators are asked about them before.
 */
@Component
final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final int AT_ONCE = 100;
    private static final Duration AT_MOST_EVERY = Duration.ofHours(1);

    private final SealedCredentials credentials;
    private final Blocks blocks;
    private final Incidents incidents;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Expiry(
            SealedCredentials credentials,
            Blocks blocks,
            Incidents incidents,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.credentials = credentials;
        this.blocks = blocks;
        this.incidents = incidents;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${remediation.process.expire-every:60s}", initialDelayString = "30s")
    void destroyExpired() {
        credentials.destroyExpired();
    }

    @Scheduled(fixedDelayString = "${remediation.process.expire-every:60s}", initialDelayString = "40s")
    void undoExpiredBlocks() {
        blocks.expired().stream().limit(AT_ONCE).map(Block::id).forEach(this::undo);
    }

    @Scheduled(fixedDelayString = "${remediation.process.expire-every:60s}", initialDelayString = "50s")
    void askForReview() {
        blocks.toReview().stream().limit(AT_ONCE).forEach(this::askForReview);
    }

    /** Once for each block; blocks of a case that fall due together are one mail. */
    private void askForReview(Block block) {
        transaction.executeWithoutResult(status -> {
            if (blocks.reviewAsked(block)) {
                notices.blockReview(
                        incidents.get(block.incidentId()), clock.instant().minus(AT_MOST_EVERY));
            }
        });
    }

    private void undo(String blockId) {
        try {
            transaction.executeWithoutResult(status -> blocks.undo(blockId, "Its time is over.", CaseEvent.SYSTEM));
        } catch (IllegalStateException decidedMeanwhile) {
            LOG.debug("a block was decided on while it expired");
        }
    }
}
