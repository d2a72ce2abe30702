package org.mailboxremediation.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import org.mailboxremediation.event.CaseEvent;

/**
 * A link of a case's hash chain.
 *
 * @param at exactly as it was hashed
 */
record EventView(
        @JsonProperty("case") String caseId,
        long sequence,
        String at,
        String actor,
        String type,
        Map<String, Object> payload,
        String previous,
        String hash) {

    static EventView of(CaseEvent event) {
        return new EventView(
                event.caseId(),
                event.sequence(),
                event.at().toString(),
                event.actor(),
                event.type(),
                new TreeMap<>(event.payload()),
                event.previous(),
                event.hash());
    }
}
