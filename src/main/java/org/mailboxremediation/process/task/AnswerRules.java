package org.mailboxremediation.process.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailboxremediation.credential.ShownPasswords;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** Holds a submission against its form: only the form's own fields, each within its rule (DESIGN §4). */
@Component
public final class AnswerRules {

    private static final int LONGEST_KEY = 64;

    private final Forms forms;
    private final ShownPasswords passwords;

    AnswerRules(Forms forms, ShownPasswords passwords) {
        this.forms = forms;
        this.passwords = passwords;
    }

    /**
     * Reads a submission.
     *
     * @throws InputRefused naming the first field that breaks its rule
     */
    public Answers read(String form, Map<String, Object> submitted) {
        Map<String, FormField> fields = forms.fields(form).stream().collect(Collectors.toMap(FormField::key, f -> f));
        Map<String, Object> values = new LinkedHashMap<>();
        submitted.forEach((key, value) -> {
            if (!fields.containsKey(key)) {
                throw new InputRefused("\"" + shortened(key) + "\" is not a field of this task; only the form's own"
                        + " fields may be submitted.");
            }
            if (value != null) {
                values.put(key, value);
            }
        });
        Answers answers = new Answers(fields, values);
        fields.values().forEach(field -> hold(field, answers));
        return answers;
    }

    /** Reads stored values of a form's fields without holding them to its rules again. */
    public Answers stored(String form, Map<String, Object> values) {
        return new Answers(forms.fields(form).stream().collect(Collectors.toMap(FormField::key, f -> f)), values);
    }

    private void hold(FormField field, Answers answers) {
        boolean list = field.type().equals("checklist");
        List<String> given = list
                ? answers.chosen(field.key())
                : answers.text(field.key()).stream().toList();
        if (field.required() && given.isEmpty()) {
            throw answers.refused(field.key(), "must be filled in");
        }
        if (field.required() && field.type().equals("checkbox") && !answers.yes(field.key())) {
            throw answers.refused(field.key(), "must be ticked");
        }
        if (!given.isEmpty() && given.get(0).length() < field.minLength()) {
            throw answers.refused(field.key(), "must have at least " + field.minLength() + " characters");
        }
        if (given.stream().anyMatch(AnswerRules::unstorable)) {
            throw answers.refused(field.key(), "must not hold control characters");
        }
        if (given.stream().anyMatch(passwords::isIn)) {
            throw answers.refused(field.key(), "holds a password: take it out, the text is kept");
        }
        if (list ? given.size() > 1000 : tooLong(field, given)) {
            throw answers.refused(field.key(), "may have at most " + field.longest() + " characters");
        }
        if (!field.options().isEmpty() && !field.options().containsAll(given)) {
            throw answers.refused(field.key(), "must be one of " + String.join(", ", field.options()));
        }
    }

    /** PostgreSQL keeps no text with a zero character, and no terminal should be sent an escape. */
    private static boolean unstorable(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
    }

    private static boolean tooLong(FormField field, List<String> given) {
        int most = field.type().equals("json") ? 400_000 : field.longest();
        return !given.isEmpty() && given.get(0).length() > most;
    }

    private static String shortened(String key) {
        String safe = key.replaceAll("[^A-Za-z0-9_.-]", "?");
        return safe.length() > LONGEST_KEY ? safe.substring(0, LONGEST_KEY) : safe;
    }
}
