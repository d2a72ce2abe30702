package org.mailboxremediation.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of one line of a case file, which somebody may have written anew: what is not as it should be throws. */
final class JsonLine {

    private final Map<String, Object> members;

    JsonLine(Map<String, Object> members) {
        this.members = members;
    }

    static JsonLine read(String line) {
        return new JsonLine(CanonicalJson.read(line));
    }

    String text(String name) {
        return (String) member(name);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    @Nullable
    String optional(String name) {
        return (String) members.get(name);
    }

    long number(String name) {
        return ((Number) member(name)).longValue();
    }

    @SuppressWarnings("unchecked") // JSON objects have texts as keys.
    Map<String, Object> object(String name) {
        return (Map<String, Object>) member(name);
    }

    List<String> texts(String name) {
        return ((List<?>) member(name)).stream().map(String.class::cast).toList();
    }

    private Object member(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }
}
