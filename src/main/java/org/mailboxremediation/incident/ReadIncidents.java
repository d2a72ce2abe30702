package org.mailboxremediation.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mailboxremediation.event.LockedRows;

/**
 * The cases that one transaction has read since it locked them. A procedure's start reads its case twenty times; who writes
 * to it forgets what was read.
 */
final class ReadIncidents {

    private static final LockedRows<Incident> READ = new LockedRows<>();
    private static final LockedRows<Map.Entry<Symptom, Instant>> SYMPTOMS = new LockedRows<>();

    private ReadIncidents() {}

    /** The case as it was read, or as it is read now. */
    static Optional<Incident> find(String id, Function<Collection<String>, List<Incident>> reader) {
        return READ
                .of(
                        id,
                        ids -> reader.apply(ids).stream()
                                .map(incident -> Map.entry(incident.id(), incident))
                                .toList())
                .stream()
                .findFirst();
    }

    /** When each of the case's symptoms was first reported. */
    static List<Map.Entry<Symptom, Instant>> symptoms(
            String id, Function<Collection<String>, List<Map.Entry<String, Map.Entry<Symptom, Instant>>>> reader) {
        return SYMPTOMS.of(id, reader);
    }

    /** The case is written to, and what it is now is known. */
    static void change(String id, UnaryOperator<Incident> change) {
        READ.change(id, read -> read.stream().map(change).toList());
    }

    /** The case is written to. */
    static void forget(String id) {
        READ.forget(id);
        SYMPTOMS.forget(id);
    }
}
