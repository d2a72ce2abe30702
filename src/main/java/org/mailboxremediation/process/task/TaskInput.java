package org.mailboxremediation.process.task;

import java.util.Map;
import org.mailboxremediation.process.InputRefused;

/** What a person may answer at one user task, and the facts that the answer becomes. */
public interface TaskInput {

    /** The element id of the user task in its model. */
    String task();

    /** What the form shows, kept with the task only; lists become the choices of a checklist. */
    default Map<String, Object> shown(CaseTask task) {
        return Map.of();
    }

    /**
     * Refuses an answer that the facts do not allow. Asked before the task is completed and again while it is.
     *
     * @throws InputRefused with a sentence that says what to do
     */
    default void check(CaseTask task, Answers answers) {}

    /** Stores what was answered as facts of the case, in the transaction that completes the task. */
    void record(CaseTask task, Answers answers);
}
