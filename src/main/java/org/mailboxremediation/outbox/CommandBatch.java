package org.mailboxremediation.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Owes many effects at once, in one batched statement. */
@Component
public final class CommandBatch {

    private final JdbcTemplate batches;
    private final JsonMap json;
    private final Bells bells;
    private final Clock clock;

    CommandBatch(DataSource dataSource, JsonMap json, Bells bells, Clock clock) {
        this.batches = new JdbcTemplate(dataSource);
        this.json = json;
        this.bells = bells;
        this.clock = clock;
    }

    /**
     * Owes these effects, in the caller's transaction; workers pick them up once that has committed.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them is owed already; the transaction must then
     *     roll back
     * @throws IllegalStateException outside a transaction
     */
    public void enqueue(List<NewCommand> owed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an effect is owed only together with the facts that made it owed");
        }
        owed.forEach(command -> LockedCommands.forget(command.caseId()));
        Timestamp now = Column.time(clock.instant());
        batches.batchUpdate(
                "insert into outbox_command (id, case_id, step, epoch, payload, priority, state, details, attempts,"
                        + " created_at, not_before, claimed_until, queue) values (?, ?, ?, ?, ?, ?, 'PLANNED', '{}', 0, ?, ?, ?, ?)",
                owed.stream().map(command -> row(command, now)).toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                owed.stream()
                        .map(NewCommand::step)
                        .distinct()
                        .map(QueueKey::effect)
                        .forEach(bells::ring);
            }
        });
    }

    private Object[] row(NewCommand command, Timestamp now) {
        return new Object[] {
            UUID.randomUUID().toString(),
            command.caseId(),
            command.step(),
            command.epoch(),
            json.write(command.payload()),
            command.priority(),
            now,
            now,
            now,
            QueueKey.effect(command.step()).text()
        };
    }
}
