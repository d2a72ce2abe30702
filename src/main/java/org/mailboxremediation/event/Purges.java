package org.mailboxremediation.event;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Takes payloads out of a chain, and says so in it with a signature (ADR 20). */
@Component
public final class Purges {

    private final EventTable table;
    private final EventChain chain;
    private final UnwrittenEvents unwritten;
    private final SigningKey key;

    Purges(EventTable table, EventChain chain, UnwrittenEvents unwritten, SigningKey key) {
        this.table = table;
        this.chain = chain;
        this.unwritten = unwritten;
        this.key = key;
    }

    /**
     * Purges the payloads of all events but some, in the caller's transaction; event {@link Purge#EVENT}.
     *
     * @param requestedBy who asked for it
     * @param confirmedBy another person, who does it
     * @param kept the types whose payloads stay
     * @throws IllegalArgumentException if both are the same person
     * @throws IllegalStateException if there is nothing to purge
     */
    public Purge purge(String caseId, String requestedBy, String confirmedBy, String reason, Predicate<String> kept) {
        if (requestedBy.equals(confirmedBy)) {
            throw new IllegalArgumentException("a purge takes two people");
        }
        chain.lock(caseId);
        List<CaseEvent> left = chain.of(caseId).stream()
                .filter(event -> !event.form().purged() && !isKept(event.type(), kept))
                .map(CaseEvent::withoutPayload)
                .toList();
        if (left.isEmpty()) {
            throw new IllegalStateException("no payload is left to purge");
        }
        Purge purge = Purge.sign(requestedBy, confirmedBy, reason, left, key);
        // First the event: the database lets no payload go without it.
        chain.append(caseId, confirmedBy, Purge.EVENT, purge.payload());
        unwritten.write();
        table.purge(left);
        return purge;
    }

    private static boolean isKept(String type, Predicate<String> kept) {
        return type.equals(Purge.EVENT) || type.equals(Purge.REQUESTED) || kept.test(type);
    }
}
