package org.mailboxremediation.summary;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.IncidentStatus;
import org.mailboxremediation.incident.Severity;

/**
 * Which cases to list; null, and the empty set, mean any.
 *
 * @param mailbox what a part of the address begins with, in ASCII; the case of letters does not matter
 * @param from reported then or later
 * @param before reported before then
 * @param worker the login of somebody who did something in it
 * @param infected whether malware was ever found on one of its devices
 */
public record SummaryFilter(
        @Nullable String mailbox,
        @Nullable Instant from,
        @Nullable Instant before,
        Set<IncidentStatus> statuses,
        @Nullable Severity severity,
        @Nullable String worker,
        @Nullable Boolean infected) {

    /** Every case. */
    public static final SummaryFilter ALL = new SummaryFilter(null, null, null, Set.of(), null, null, null);

    public SummaryFilter {
        statuses = Set.copyOf(statuses);
        if (mailbox != null && !mailbox.matches("[\\x21-\\x7e]{1,254}")) {
            throw new IllegalArgumentException("an address is 1 to 254 characters of ASCII without blanks");
        }
    }
}
