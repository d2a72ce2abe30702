package org.mailboxremediation.incident;

import java.time.Instant;

/**
 * One change of access that was seen to be done.
 *
 * @param access what it is from then on
 * @param cause a short code of ours
 * @param at when it was recorded
 */
public record AccessChange(Access access, String cause, Instant at) {}
