package org.mailboxremediation.sandbox.rackspace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Named texts of a query, form or JSON body. Names that nobody asks for are ignored, as the provider does. */
record Fields(Map<String, String> values) {

    Fields {
        values = Map.copyOf(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    String required(String name) {
        return text(name).filter(value -> !value.isEmpty()).orElseThrow(() -> Fault.missing(name));
    }

    /** A password's blanks belong to it. */
    Optional<String> secret(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** True and false in any case: Python clients send {@code True}. */
    boolean flag(String name, boolean otherwise) {
        return text(name).map(value -> parse(name, value)).orElse(otherwise);
    }

    Fields without(String name) {
        Map<String, String> others = new HashMap<>(values);
        others.remove(name);
        return new Fields(others);
    }

    /** Not negative. */
    int number(String name, int otherwise) {
        String value = text(name, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,9}")) {
            throw Fault.badRequest("Invalid value for field: " + name);
        }
        return Integer.parseInt(value);
    }

    String oneOf(String name, String otherwise, List<String> allowed) {
        String value = text(name, otherwise);
        return allowed.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Fault.badRequest("Invalid value for field: " + name));
    }

    /** The parts of a comma-separated list in lower case, each once. */
    List<String> list(String name) {
        return Arrays.stream(text(name, "").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean parse(String name, String value) {
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw Fault.badRequest("Invalid value for field: " + name);
    }

    /** Without the values: one may be a password. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
