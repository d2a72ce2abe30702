package org.mailboxremediation.incident;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; null means any.
 *
 * @param reporterUser the login of who reported it first
 */
public record IncidentFilter(
        @Nullable IncidentStatus status,
        @Nullable MailboxAddress mailbox,
        @Nullable String reporterUser) {

    /** Every case. */
    public static final IncidentFilter ALL = new IncidentFilter(null, null, null);
}
