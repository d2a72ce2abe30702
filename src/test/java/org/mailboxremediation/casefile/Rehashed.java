package org.mailboxremediation.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.EventChain;

/** A chain that somebody wrote anew from one event on, with right hashes. */
final class Rehashed {

    private Rehashed() {}

    /** The same facts, but that event's are another's doing. */
    static List<CaseEvent> from(List<CaseEvent> events, int position, String actor) {
        try (CaseDatabase database = new CaseDatabase()) {
            EventChain chain = ChainFixture.chain(database);
            List<CaseEvent> rewritten = new ArrayList<>();
            for (CaseEvent event : events) {
                String by = event.sequence() == position ? actor : event.actor();
                Map<String, Object> payload = event.payload();
                database.transaction.executeWithoutResult(
                        status -> rewritten.add(chain.append(event.caseId(), by, event.type(), payload)));
            }
            return rewritten;
        }
    }
}
