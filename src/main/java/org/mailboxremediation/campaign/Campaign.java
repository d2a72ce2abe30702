package org.mailboxremediation.campaign;

import java.time.Instant;

/**
 * Many reports that came in together.
 *
 * @param id random
 * @param submittedBy the login of whoever handed it in
 * @param submittedAt when, by our clock: lock-outs are timed from here
 * @param total how many rows it has
 */
public record Campaign(String id, String submittedBy, Instant submittedAt, int total) {}
