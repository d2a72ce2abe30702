package org.mailboxremediation.event;

import java.util.List;

/** Checks a chain by itself, without a database: a change, gap, swap or insertion anywhere shows. */
public final class ChainCheck {

    private ChainCheck() {}

    /**
     * Checks the whole chain of one case. Events missing at its end cannot show here: compare the last hash with a
     * checkpoint, or use {@link EventChain#check}.
     *
     * @param events in their stored order; an empty chain is intact
     */
    public static ChainVerdict check(List<CaseEvent> events) {
        String previous = ChainHash.ORIGIN;
        for (int index = 0; index < events.size(); index++) {
            CaseEvent event = events.get(index);
            String why = flaw(event, events.get(0).caseId(), index + 1L, previous);
            if (!why.isEmpty()) {
                return ChainVerdict.broken(index + 1L, why);
            }
            previous = event.hash();
        }
        return ChainVerdict.good();
    }

    private static String flaw(CaseEvent event, String caseId, long position, String previous) {
        if (!event.caseId().equals(caseId)) {
            return "The event belongs to another case.";
        }
        if (event.sequence() != position) {
            return "The event's number is not its position.";
        }
        if (!event.previous().equals(previous)) {
            return "The event does not follow the one before it.";
        }
        String said = ChainHash.of(event);
        boolean uncheckable = said.isEmpty();
        return (uncheckable || event.hash().equals(said)) && ChainHash.holdsPayload(event)
                ? ""
                : "The event's content does not match its hash.";
    }
}
