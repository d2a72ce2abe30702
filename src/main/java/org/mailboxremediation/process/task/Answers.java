package org.mailboxremediation.process.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.process.InputRefused;

/** What a person answered, read with types. A value of the wrong type is refused by the field's label. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, FormField> fields;
    private final Map<String, Object> values;

    Answers(Map<String, FormField> fields, Map<String, Object> values) {
        this.fields = Map.copyOf(fields);
        this.values = Map.copyOf(values);
    }

    /** Whether nothing was answered at all: the task is completed by evidence that came another way. */
    public boolean none() {
        return values.isEmpty();
    }

    /** A text without surrounding blanks, if one was given. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key))
                .map(v -> v.toString().strip())
                .filter(s -> !s.isEmpty());
    }

    /** A text that must be there. */
    public String need(String key) {
        return text(key).orElseThrow(() -> refused(key, "must be filled in"));
    }

    public boolean yes(String key) {
        return Boolean.parseBoolean(text(key).orElse("false"));
    }

    /** A whole number from 0. */
    public long number(String key) {
        try {
            return Math.max(0, (long) Double.parseDouble(need(key)));
        } catch (NumberFormatException e) {
            throw refused(key, "must be a number");
        }
    }

    /** A date or a moment; a date alone is its first moment in UTC. */
    public Instant moment(String key) {
        String text = need(key);
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text.endsWith("Z") || text.contains("+") ? text : text + "Z")
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw refused(key, "must be a date and time such as 2026-11-23T10:00:00Z");
        }
    }

    /** The lines of a text, blank ones left out. */
    public List<String> lines(String key) {
        return text(key).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** The chosen values of a checklist. */
    public List<String> chosen(String key) {
        Object value = values.get(key);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        List<String> chosen = new ArrayList<>();
        tree(key, value).ifPresent(tree -> tree.forEach(item -> chosen.add(item.asText())));
        return chosen;
    }

    /** A list or object of an embedded form. */
    public Optional<JsonNode> tree(String key) {
        return tree(key, values.get(key));
    }

    private Optional<JsonNode> tree(String key, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(value.toString()));
        } catch (JsonProcessingException e) {
            throw refused(key, "is not readable as a list");
        }
    }

    /** A refusal that names the field as the person sees it. */
    public InputRefused refused(String key, String rule) {
        FormField field = fields.get(key);
        return new InputRefused("\"" + (field == null ? key : field.label()) + "\" " + rule + ".");
    }
}
