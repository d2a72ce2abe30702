package org.mailboxremediation.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mailboxremediation.event.TransactionMemory;

/**
 * The cases that one transaction has read since it locked them. A procedure's start reads its case twenty times; who writes
 * to it forgets what was read.
 */
final class ReadIncidents {

    private static final TransactionMemory<Incident> READ = new TransactionMemory<>();

    private ReadIncidents() {}

    /** The case as it was read, or as it is read now. */
    static Optional<Incident> find(String id, Function<String, Optional<Incident>> reader) {
        Map<String, Incident> read = READ.ofTransaction();
        Incident known = read.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Incident> found = reader.apply(id);
        found.ifPresent(incident -> read.put(id, incident));
        return found;
    }

    /** Cases that were read together, all of which the transaction has locked. */
    static void put(List<Incident> incidents) {
        Map<String, Incident> read = READ.ofTransaction();
        incidents.forEach(incident -> read.put(incident.id(), incident));
    }

    /** The case is written to, and what it is now is known. */
    static void change(String id, UnaryOperator<Incident> change) {
        READ.ofTransaction().computeIfPresent(id, (key, incident) -> change.apply(incident));
    }

    /** The case is written to. */
    static void forget(String id) {
        READ.ofTransaction().remove(id);
    }
}
