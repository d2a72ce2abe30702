package org.mailboxremediation.evidence.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message says it came from. Only what our own side wrote is to be believed: the originating IP, the verdicts,
 * and the hops down to the boundary. The rest is a claim.
 *
 * @param returnPath the envelope sender of the topmost Return-Path; "" for the null sender; null where there is none
 * @param originatingIp the address that our own side saw as its peer, in RFC 5952 form; null unless {@code FOUND}
 * @param boundary whether there is such an address
 * @param spf what our side's check said of the return path; null where it said nothing
 * @param notes what a person should know, in our own words; never text from the message
 * @param dkim what our side said of the signatures (RFC 8601 §2.7.1), in lower case; null where it said nothing
 * @param dmarc what our side said of the From domain's policy, in lower case; null where it said nothing
 * @param sharedRelay the mail service to which the originating IP belongs; null where it is none that many share
 * @param hops the Received lines from the top, at most 100
 * @param identity who the message says it is from
 * @param unreadable why the message could not be read, in our own words; null where it could
 */
public record OriginReport(
        @Nullable String returnPath,
        @Nullable String originatingIp,
        Boundary boundary,
        @Nullable SpfResult spf,
        List<String> notes,
        @Nullable String dkim,
        @Nullable String dmarc,
        @Nullable String sharedRelay,
        List<Hop> hops,
        Identity identity,
        @Nullable String unreadable) {

    /** Holds that an address is given exactly where the boundary was found. */
    public OriginReport {
        notes = List.copyOf(notes);
        // Reports that were stored before these two were read have neither.
        hops = hops == null ? List.of() : List.copyOf(hops);
        identity = identity == null ? Identity.UNKNOWN : identity;
        if ((boundary == Boundary.FOUND) != (originatingIp != null)) {
            throw new IllegalArgumentException("an address goes with a boundary that was found, and with no other");
        }
    }

    /** A report without hops and identity. */
    public OriginReport(
            @Nullable String returnPath,
            @Nullable String originatingIp,
            Boundary boundary,
            @Nullable SpfResult spf,
            List<String> notes) {
        this(returnPath, originatingIp, boundary, spf, notes, null, null, null, List.of(), Identity.UNKNOWN, null);
    }

    static OriginReport unreadable(String reason) {
        return new OriginReport(
                null,
                null,
                Boundary.UNDETERMINED,
                null,
                List.of(reason),
                null,
                null,
                null,
                List.of(),
                Identity.UNKNOWN,
                reason);
    }
}
