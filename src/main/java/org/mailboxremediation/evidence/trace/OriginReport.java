package org.mailboxremediation.evidence.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message says it came from. Only {@code originatingIp} was written by our own side; the rest is a claim.
 *
 * @param returnPath the envelope sender of the topmost Return-Path; "" for the null sender; null where there is none
 * @param originatingIp the address that our own side saw as its peer, in RFC 5952 form; null unless {@code FOUND}
 * @param boundary whether there is such an address
 * @param spf what our side's check said of the return path; null where it said nothing
 * @param notes what a person should know, in our own words; never text from the message
 */
public record OriginReport(
        @Nullable String returnPath,
        @Nullable String originatingIp,
        Boundary boundary,
        @Nullable SpfResult spf,
        List<String> notes) {

    /** Holds that an address is given exactly where the boundary was found. */
    public OriginReport {
        notes = List.copyOf(notes);
        if ((boundary == Boundary.FOUND) != (originatingIp != null)) {
            throw new IllegalArgumentException("an address goes with a boundary that was found, and with no other");
        }
    }
}
