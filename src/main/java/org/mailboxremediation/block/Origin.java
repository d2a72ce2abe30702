package org.mailboxremediation.block;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.evidence.trace.OriginReport;

/**
 * The origin of a message that may have led to the compromise, and whether it did.
 *
 * @param id random
 * @param incidentId the case
 * @param evidenceId the message
 * @param report what the message shows
 * @param wasSource a person's answer, {@code yes}, {@code no} or {@code unknown}; null until it is given
 * @param judgedBy whose answer
 * @param at when the message was read
 */
public record Origin(
        String id,
        String incidentId,
        String evidenceId,
        OriginReport report,
        @Nullable String wasSource,
        @Nullable String judgedBy,
        Instant at) {

    /** Whether a person said that this message was the source: only then is anything blocked. */
    public boolean isSource() {
        return Origins.YES.equals(wasSource);
    }
}
