package org.mailboxremediation.process;

import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.event.CaseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what has an end: sealed passwords are destroyed (an expired hand-over makes a new change due, promise P3), blocks are
 * undone unless a person renewed them.
 */
@Component
final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final int AT_ONCE = 100;

    private final SealedCredentials credentials;
    private final Blocks blocks;
    private final TransactionTemplate transaction;

    Expiry(SealedCredentials credentials, Blocks blocks, TransactionTemplate transaction) {
        this.credentials = credentials;
        this.blocks = blocks;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${remediation.process.expire-every:60s}", initialDelayString = "30s")
    void destroyExpired() {
        credentials.destroyExpired();
    }

    @Scheduled(fixedDelayString = "${remediation.process.expire-every:60s}", initialDelayString = "40s")
    void undoExpiredBlocks() {
        blocks.expired().stream().limit(AT_ONCE).map(Block::id).forEach(this::undo);
    }

    private void undo(String blockId) {
        try {
            transaction.executeWithoutResult(status -> blocks.undo(blockId, "Its time is over.", CaseEvent.SYSTEM));
        } catch (IllegalStateException decidedMeanwhile) {
            LOG.debug("a block was decided on while it expired");
        }
    }
}
