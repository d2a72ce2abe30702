package org.mailboxremediation.mailbox;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.outbox.Outcome;

/**
 * What was seen of an effect after it.
 *
 * @param state verified, refuted or unverifiable
 * @param verifiedBy how that is known: fixed codes such as {@code imap:old-refused}
 */
record Reading(Outcome.State state, List<String> verifiedBy) {

    /** Read back from the provider: nobody may log in. */
    static final String DISABLED = "api:enabled=false";
    /** Read back from the provider: logins are possible. */
    static final String ENABLED = "api:enabled=true";

    /** The detail that holds the codes. */
    static final String DETAIL = "verifiedBy";

    Reading {
        verifiedBy = List.copyOf(verifiedBy);
    }

    static Reading refuted(String by) {
        return new Reading(Outcome.State.REFUTED, List.of(by));
    }

    Outcome outcome() {
        return Outcome.of(state, Map.of(DETAIL, String.join(",", verifiedBy)));
    }

    /** The codes of an outcome made from a reading; none for any other. */
    static List<String> verifiedBy(Outcome outcome) {
        String codes = outcome.details().getOrDefault(DETAIL, "");
        return codes.isEmpty() ? List.of() : List.of(codes.split(",", -1));
    }
}
