package org.mailboxremediation.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs the ends of the chains, and writes what it signed where the database's owner does not reach. */
@Component
public final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int AT_MOST = 500;

    private final CheckpointTable table;
    private final ChainHeads heads;
    private final UnwrittenEvents unwritten;
    private final SigningKey key;
    private final EventProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Checkpoints(
            CheckpointTable table,
            ChainHeads heads,
            UnwrittenEvents unwritten,
            SigningKey key,
            EventProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.heads = heads;
        this.unwritten = unwritten;
        this.key = key;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The case's checkpoints, the oldest first. */
    public List<Checkpoint> of(String caseId) {
        return table.of(caseId);
    }

    /**
     * A part of all checkpoints of a time, in one order.
     *
     * @param after not these
     * @param until these still
     */
    public List<Checkpoint> between(Instant after, Instant until, int skip, int atMost) {
        return table.between(after, until, skip, atMost);
    }

    /** Signs the end of that chain now, unless it is signed already. */
    public void sign(String caseId) {
        transaction.executeWithoutResult(status -> {
            unwritten.write();
            heads.find(caseId).ifPresent(head -> signAll(Map.of(caseId, head)));
        });
    }

    /** Signs the ends of all chains that grew, and publishes what is not published yet. */
    @Scheduled(fixedDelayString = "${remediation.event.checkpoint-every:10m}", initialDelayString = "30s")
    public void signGrown() {
        Map<String, ChainHeads.Head> grown;
        do {
            grown = table.unsigned(AT_MOST);
            Map<String, ChainHeads.Head> ends = grown;
            transaction.executeWithoutResult(status -> signAll(ends));
        } while (grown.size() == AT_MOST);
        publish();
    }

    private void signAll(Map<String, ChainHeads.Head> ends) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ends.forEach((id, head) -> table.insert(Checkpoint.sign(id, head, now, key)));
    }

    /** More than once after a kill, and never not at all. */
    private void publish() {
        if (properties.checkpointFile().isBlank()) {
            return;
        }
        for (List<Checkpoint> next = table.unpublished(AT_MOST);
                !next.isEmpty() && append(next);
                next = table.unpublished(AT_MOST)) {
            List<Checkpoint> written = next;
            transaction.executeWithoutResult(status -> table.published(written, Timestamp.from(clock.instant())));
        }
    }

    private boolean append(List<Checkpoint> checkpoints) {
        try {
            Path file = Path.of(properties.checkpointFile()).toAbsolutePath();
            Path directory = file.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            List<String> lines = checkpoints.stream().map(Checkpoint::line).toList();
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            return true;
        } catch (IOException unwritable) {
            LOG.error(
                    "The file of checkpoints (remediation.event.checkpoint-file) cannot be written: it is tried again.");
            return false;
        }
    }
}
