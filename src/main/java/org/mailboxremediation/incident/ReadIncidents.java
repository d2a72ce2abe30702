package org.mailboxremediation.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cases that one transaction has read since it locked them. A procedure's start reads its case twenty times; who writes
 * to it forgets what was read.
 */
final class ReadIncidents implements TransactionSynchronization {

    private final Map<String, Incident> read = new HashMap<>();

    private ReadIncidents() {}

    /** The case as it was read, or as it is read now. */
    static Optional<Incident> find(String id, Function<String, Optional<Incident>> reader) {
        ReadIncidents mine = ofTransaction().orElseGet(ReadIncidents::begin);
        Incident known = mine.read.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Incident> found = reader.apply(id);
        found.ifPresent(incident -> mine.read.put(id, incident));
        return found;
    }

    /** The case is written to. */
    static void forget(String id) {
        ofTransaction().ifPresent(mine -> mine.read.remove(id));
    }

    private static Optional<ReadIncidents> ofTransaction() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(ReadIncidents.class::isInstance)
                        .map(ReadIncidents.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private static ReadIncidents begin() {
        ReadIncidents fresh = new ReadIncidents();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    @Override
    public void savepointRollback(Object savepoint) {
        read.clear();
    }

    /** From here on the lock is given back. */
    @Override
    public void beforeCompletion() {
        read.clear();
    }
}
