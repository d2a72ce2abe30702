package org.mailboxremediation.outbox;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mailboxremediation.event.EventChain;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable queue of all outside effects: what is owed is written with the facts that made it owed. */
@Component
public final class Outbox {

    private final CommandTable table;
    private final LockedCommands locked;
    private final TransactionTemplate savepoint;
    private final EventChain events;
    private final Clock clock;
    private final Bells bells;

    Outbox(
            CommandTable table,
            LockedCommands locked,
            PlatformTransactionManager transactions,
            EventChain events,
            Clock clock,
            Bells bells) {
        this.table = table;
        this.locked = locked;
        this.savepoint = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        this.events = events;
        this.clock = clock;
        this.bells = bells;
    }

    /**
     * Owes an effect, in the caller's transaction; a worker picks it up once that has committed. Asking again with the
     * same case, step and epoch owes nothing more.
     *
     * @param payload ids and addresses; never a secret
     * @return the id of the command with this key, new or not
     * @throws IllegalStateException outside a transaction
     */
    public String enqueue(String caseId, String step, int epoch, Map<String, String> payload, int priority) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an effect is owed only together with the facts that made it owed");
        }
        ringAfterCommit(QueueKey.effect(step));
        return findByKey(caseId, step, epoch)
                .map(found -> found.command().id())
                .orElseGet(() -> insert(command(caseId, step, epoch, payload, priority)));
    }

    /**
     * The command of that step whose outcome nobody was told yet, or a new one, in the caller's transaction, which must hold
     * the case's lock.
     */
    public String untoldOrNew(String caseId, String step, int priority) {
        Optional<Entry> newest = newest(caseId, step);
        int next = newest.map(last -> last.command().epoch() + 1).orElse(1);
        return newest.filter(last -> last.signalledAt() == null)
                .map(last -> last.command().id())
                .orElseGet(() -> {
                    ringAfterCommit(QueueKey.effect(step));
                    return insert(command(caseId, step, next, Map.of(), priority));
                });
    }

    /** The cases of which any effect is owed or waits to be verified. */
    public Set<String> busyCases() {
        return table.busyCases();
    }

    /**
     * Keeps an effect that was found to need nothing, with its outcome, in the caller's transaction: no worker has to look.
     * Asking again with the same case, step and epoch keeps nothing more.
     */
    public void settled(String caseId, String step, int epoch, Outcome outcome) {
        if (findByKey(caseId, step, epoch).isEmpty()) {
            Command command = command(caseId, step, epoch, Map.of(), 0);
            guarded(Entry.settled(command, outcome), () -> table.insertSettled(command, outcome));
        }
    }

    /**
     * Somebody new waits for the command: its outcome is told again, also where it was told before. In the caller's
     * transaction, which must hold the case's lock.
     */
    public void expect(String caseId, String commandId) {
        if (!locked.isUnsignalled(caseId, commandId)) {
            table.unsignal(commandId);
            LockedCommands.signalled(caseId, commandId, null);
        }
    }

    /** The command with its outcome; empty while it has none. */
    public Optional<Settled> find(String commandId) {
        return table.find(commandId).flatMap(Entry::settled);
    }

    /** The command with this key, settled or not. */
    public Optional<Entry> findByKey(String caseId, String step, int epoch) {
        return locked.find(caseId, step, epoch);
    }

    /** The command of this step that was owed last; empty where none was. */
    public Optional<Entry> newest(String caseId, String step) {
        return locked.newest(caseId, step);
    }

    /** All commands of a case, oldest first. */
    public List<Entry> of(String caseId) {
        return table.of(List.of(caseId));
    }

    /** The epoch a new command of this step would have: one more than the highest so far, from 1. */
    public int nextEpoch(String caseId, String step) {
        return newest(caseId, step).map(newest -> newest.command().epoch() + 1).orElse(1);
    }

    private Command command(String caseId, String step, int epoch, Map<String, String> payload, int priority) {
        return new Command(
                UUID.randomUUID().toString(),
                caseId,
                step,
                epoch,
                payload,
                priority,
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private String insert(Command command) {
        try {
            guarded(Entry.fresh(command), () -> table.insert(command));
            return command.id();
        } catch (DuplicateKeyException raced) {
            LockedCommands.forget(command.caseId());
            return findByKey(command.caseId(), command.step(), command.epoch())
                    .orElseThrow(() -> raced)
                    .command()
                    .id();
        }
    }

    /**
     * Within a savepoint, unless the case's lock keeps others out: PostgreSQL gives up the whole transaction when a racing
     * insert takes the key.
     */
    private void guarded(Entry fresh, Runnable insert) {
        if (events.holdsLock(fresh.command().caseId())) {
            insert.run();
            LockedCommands.owed(fresh);
        } else {
            savepoint.executeWithoutResult(status -> insert.run());
        }
    }

    private void ringAfterCommit(QueueKey queue) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bells.ring(queue);
            }
        });
    }
}
