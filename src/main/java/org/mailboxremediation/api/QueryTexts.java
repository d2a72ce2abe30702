package org.mailboxremediation.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the texts of a query; what breaks a rule is noted, and read as a value that does no harm. */
public final class QueryTexts {

    private QueryTexts() {}

    /** An empty parameter is an absent one. */
    public static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty());
    }

    /** The constant of that name. */
    public static <E extends Enum<E>> Optional<E> named(String field, Class<E> type, String text, FieldRules rules) {
        E[] all = type.getEnumConstants();
        Optional<E> value =
                Arrays.stream(all).filter(s -> s.name().equals(text)).findFirst();
        if (value.isEmpty()) {
            String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
            rules.add(field, "must be one of " + names);
        }
        return value;
    }

    /** A whole number between the two, at most seven digits long. */
    public static int number(String field, String text, int min, int max, FieldRules rules) {
        if (text.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        rules.add(field, "must be a whole number from " + min + " to " + max);
        return min;
    }
}
