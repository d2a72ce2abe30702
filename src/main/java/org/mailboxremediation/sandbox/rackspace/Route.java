package org.mailboxremediation.sandbox.rackspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method and a path that a resource answers. Literal segments are met in any case, as the provider's own server does.
 *
 * @param method the HTTP method
 * @param pattern the segments behind the customer; {@code {x}} takes any one
 * @param action what it does
 */
record Route(String method, List<String> pattern, Function<Call, Answer> action) {

    static Route of(String method, String pattern, Function<Call, Answer> action) {
        return new Route(method, List.of(pattern.split("/")), action);
    }

    /** The variables if these are the segments of this route. */
    Optional<Map<String, String>> match(String requested, List<String> segments) {
        if (!method.equals(requested) || segments.size() != pattern.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = pattern.get(i);
            if (variable(expected)) {
                variables.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equalsIgnoreCase(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** How many segments it takes without looking: the route with the fewest goes first. */
    int variables() {
        return (int) pattern.stream().filter(Route::variable).count();
    }

    private static boolean variable(String segment) {
        return segment.startsWith("{");
    }
}
