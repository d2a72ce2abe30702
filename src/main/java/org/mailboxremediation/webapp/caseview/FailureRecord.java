package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the engine could not do.
 *
 * @param kind {@code JOB} for one failed attempt at a job, otherwise the incident's type, such as {@code failedJob}
 * @param node where in the model
 * @param message what the engine kept of the reason, cut to 2,000 characters
 * @param retriesLeft how many attempts were left; null for an incident
 * @param resolved when the incident was over; null while it is not, and for a job
 */
record FailureRecord(
        Instant at,
        String kind,
        String model,
        @Nullable String node,
        @Nullable String message,
        @Nullable Integer retriesLeft,
        @Nullable Instant resolved) {}
