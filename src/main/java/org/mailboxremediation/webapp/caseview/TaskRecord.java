package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user task of the case, open or over.
 *
 * @param key the task in its model
 * @param process the process that it is in
 * @param about what it is about, as lists of tasks show it; null where nothing was put with it
 * @param end how it ended, as the engine says it, such as {@code completed}; null while it is open
 * @param steps who claimed, completed or changed it, and when; empty where a program's call or the procedure itself ended it
 * @param entered what was submitted with its form
 */
record TaskRecord(
        String id,
        String key,
        String name,
        String process,
        @Nullable String about,
        @Nullable String assignee,
        Instant created,
        @Nullable Instant due,
        @Nullable Instant ended,
        @Nullable String end,
        List<Step> steps,
        List<Entry> entered) {

    TaskRecord {
        steps = List.copyOf(steps);
        entered = List.copyOf(entered);
    }

    /** What a person did with the task; {@code operation} is the engine's word, such as {@code Claim}. */
    record Step(Instant at, String user, String operation) {}

    /** A field of the form, with its value as text; null where it was left empty. */
    record Entry(String field, @Nullable String value) {}
}
