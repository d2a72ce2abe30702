package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.springframework.stereotype.Component;

/**
 * The commands of the cases that one transaction has locked, read once: a procedure's start asks a dozen times. While the
 * lock is held others change only who works on a command and how often it was tried.
 */
@Component
final class LockedCommands {

    private static final LockedRows<Entry> READ = new LockedRows<>();

    private final CommandTable table;
    private final EventChain events;

    LockedCommands(CommandTable table, EventChain events) {
        this.table = table;
        this.events = events;
    }

    Optional<Entry> find(String caseId, String step, int epoch) {
        if (!events.holdsLock(caseId)) {
            return table.find(caseId, step, epoch);
        }
        return of(caseId).stream()
                .filter(entry -> entry.command().step().equals(step))
                .filter(entry -> entry.command().epoch() == epoch)
                .findFirst();
    }

    Optional<Entry> newest(String caseId, String step) {
        if (!events.holdsLock(caseId)) {
            return table.newest(caseId, step);
        }
        return of(caseId).stream()
                .filter(entry -> entry.command().step().equals(step))
                .reduce((older, newer) ->
                        older.command().epoch() > newer.command().epoch() ? older : newer);
    }

    /** Those that are settled and that nobody was told of, the first settled first; under the case's lock. */
    List<Settled> unsignalled(String caseId) {
        return of(caseId).stream()
                .filter(entry -> entry.signalledAt() == null)
                .flatMap(entry -> entry.settled().stream())
                .sorted(Settled.ORDER)
                .toList();
    }

    /** Whether it is known that nobody was told of the command. */
    boolean isUnsignalled(String caseId, String id) {
        return events.holdsLock(caseId)
                && of(caseId).stream()
                        .anyMatch(entry -> entry.command().id().equals(id) && entry.signalledAt() == null);
    }

    /** The transaction that runs has written when somebody was told of the command, or that nobody was. */
    static void signalled(String caseId, String id, @Nullable Instant at) {
        READ.change(
                caseId,
                read -> read.stream()
                        .map(entry -> entry.command().id().equals(id) ? entry.signalled(at) : entry)
                        .toList());
    }

    /** The transaction that runs has written a new one. */
    static void owed(Entry fresh) {
        READ.change(
                fresh.command().caseId(),
                read -> Stream.concat(read.stream(), Stream.of(fresh)).toList());
    }

    /** The transaction that runs has written something else of them. */
    static void forget(String caseId) {
        READ.forget(caseId);
    }

    private List<Entry> of(String caseId) {
        return READ.of(
                caseId,
                ids -> table.of(ids).stream()
                        .map(entry -> Map.entry(entry.command().caseId(), entry))
                        .toList());
    }
}
