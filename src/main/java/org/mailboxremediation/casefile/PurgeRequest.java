package org.mailboxremediation.casefile;

import java.time.Instant;

/**
 * Somebody's wish that a closed case be purged of personal data; a second person decides.
 *
 * @param incidentId the case
 * @param requestedBy a user id
 * @param reason why: a law, a request, a period that has passed; 1 to 500 characters, and it stays
 */
public record PurgeRequest(String incidentId, String requestedBy, String reason, Instant requestedAt) {}
