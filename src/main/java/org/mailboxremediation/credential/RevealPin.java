package org.mailboxremediation.credential;

import java.time.Instant;

/**
 * A PIN on its way to the security lead who reads it out.
 *
 * @param digits eight of them; print as dots
 * @param expiresAt when it is no longer good
 */
public record RevealPin(Secret digits, Instant expiresAt) {}
