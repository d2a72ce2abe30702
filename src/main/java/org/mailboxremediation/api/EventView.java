package org.mailboxremediation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;

/**
 * A link of a case's hash chain.
 *
 * @param at exactly as it was hashed
 * @param payload empty where it was purged
 * @param authenticated how the actor was authenticated; absent in events written before that was kept
 * @param salt of the payload's digest; absent where the payload was purged
 * @param payloadDigest what the hash covers the payload by
 * @param purged whether the payload is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        @JsonProperty("case") String caseId,
        long sequence,
        String at,
        String actor,
        String type,
        Map<String, Object> payload,
        String previous,
        String hash,
        @Nullable String authenticated,
        @Nullable String salt,
        @Nullable String payloadDigest,
        boolean purged) {

    static EventView of(CaseEvent event) {
        return new EventView(
                event.caseId(),
                event.sequence(),
                event.at().toString(),
                event.actor(),
                event.type(),
                new TreeMap<>(event.payload()),
                event.previous(),
                event.hash(),
                event.form().authenticated(),
                event.form().salt(),
                event.form().payloadDigest(),
                event.form().purged());
    }
}
