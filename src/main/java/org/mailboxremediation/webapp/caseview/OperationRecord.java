package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the engine's user operation log.
 *
 * @param user who; null where the engine does not know
 * @param operation the engine's word, such as {@code Claim}
 * @param entity what it was done to, such as {@code Task}
 * @param model the model of the process that it was done in
 * @param before the property's value before; null for none
 * @param after the property's value after; null for none
 */
record OperationRecord(
        Instant at,
        @Nullable String user,
        String operation,
        String entity,
        @Nullable String model,
        @Nullable String task,
        @Nullable String property,
        @Nullable String before,
        @Nullable String after) {}
