package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a process variable.
 *
 * @param process the process that it is in
 * @param model that process's model
 * @param name the variable
 * @param type as the engine names it; {@code null} where it was emptied
 * @param value cut to 2,000 characters; null for none
 * @param revision counts the variable's changes from 0
 * @param local whether it was put with a task for its form to show, and is no variable of the process
 * @param user who submitted it; null where no person did
 */
record VariableChange(
        Instant at,
        String process,
        String model,
        String name,
        String type,
        @Nullable String value,
        int revision,
        boolean local,
        @Nullable String user) {}
