package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a model in a case.
 *
 * @param id the process instance
 * @param definition the model's version, as the engine names it
 * @param key the model
 * @param name what the model is called
 * @param caller the process that called it; null where nothing did
 * @param device the device that it is about; null where it is about the whole case
 * @param end null while it runs
 * @param state as the engine spells it, such as {@code COMPLETED}
 */
record ProcessRun(
        String id,
        String definition,
        String key,
        String name,
        @Nullable String caller,
        @Nullable String device,
        Instant start,
        @Nullable Instant end,
        String state) {}
