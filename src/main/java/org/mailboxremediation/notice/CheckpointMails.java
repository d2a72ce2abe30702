package org.mailboxremediation.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.incident.Times;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Owes the auditors the checkpoints since the last mail that went out: out of the reach of whoever has the database. */
@Component
final class CheckpointMails {

    /** What its commands have in a case's place: they are nobody's. */
    static final String OF_ALL = "checkpoints";

    static final String FROM = "from";
    static final String UNTIL = "until";

    /** What is being signed now comes with the next mail. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final CheckpointMailProperties properties;
    private final Checkpoints checkpoints;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckpointMails(
            CheckpointMailProperties properties,
            Checkpoints checkpoints,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.checkpoints = checkpoints;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Owes the next mail where it is time and there is something to tell; one at a time. */
    @Scheduled(fixedDelayString = "${remediation.event.checkpoint-every:10m}", initialDelayString = "60s")
    void oweWhenDue() {
        Instant until = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.MICROS);
        Instant last = lastAt();
        boolean due = !last.plus(properties.checkpointMailEvery()).isAfter(until);
        if (!properties.checkpointMailTo().isEmpty()
                && due
                && !isUnderWay()
                && !checkpoints.between(last, until, 0, 1).isEmpty()) {
            Map<String, String> payload = Map.of(FROM, last.toString(), UNTIL, until.toString());
            transaction.executeWithoutResult(status -> outbox.enqueue(
                    OF_ALL,
                    CheckpointMailHandler.STEP,
                    outbox.nextEpoch(OF_ALL, CheckpointMailHandler.STEP),
                    payload,
                    Priority.BLOCK_SENDER));
        }
    }

    /** Notes that all until then was mailed, in the caller's transaction. */
    void sent(Instant until) {
        int moved = jdbc.sql("update checkpoint_mail set last_at = :until where id = 1")
                .param(UNTIL, Times.sql(until))
                .update();
        if (moved == 0) {
            jdbc.sql("insert into checkpoint_mail (id, last_at) values (1, :until)")
                    .param(UNTIL, Times.sql(until))
                    .update();
        }
    }

    private Instant lastAt() {
        return jdbc.sql("select last_at from checkpoint_mail where id = 1")
                .query((row, n) -> Times.read(row, "last_at"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    private boolean isUnderWay() {
        int newest = outbox.nextEpoch(OF_ALL, CheckpointMailHandler.STEP) - 1;
        return outbox.findByKey(OF_ALL, CheckpointMailHandler.STEP, newest)
                .filter(entry -> entry.settled().isEmpty())
                .isPresent();
    }
}
