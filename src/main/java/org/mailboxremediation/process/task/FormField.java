package org.mailboxremediation.process.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a deployed form: its key is the variable's name.
 *
 * @param key variable name
 * @param type form-js type ({@code textfield}, {@code select}, …) or {@code json} in an embedded form
 * @param label what the person reads
 * @param required whether an answer must be given
 * @param minLength shortest text that counts as an answer; 0 = any
 * @param maxLength longest text or list; 0 = the default of 2,000
 * @param options allowed values; empty where any value, or the task's own choices, are allowed
 * @param description what the person reads below it
 * @param choicesKey name of the shown list that holds the allowed values, if they depend on the case
 */
public record FormField(
        String key,
        String type,
        String label,
        boolean required,
        int minLength,
        int maxLength,
        List<String> options,
        @Nullable String choicesKey,
        @Nullable String description) {

    public FormField {
        options = List.copyOf(options);
    }

    /** The longest text in characters, or list in items. */
    public int longest() {
        return maxLength > 0 ? maxLength : 2000;
    }
}
