package org.mailboxremediation.evidence.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One Authentication-Results field (RFC 8601 §2.2), in Microsoft's form without an identifier too.
 *
 * @param service who checked; empty where the field does not say
 * @param results method and result pairs in order, both in lower case
 */
record AuthenticationResults(String service, List<Result> results) {

    private static final int LONGEST_RESULT = 20;
    private static final Set<String> METHODS = Set.of("spf", "dkim", "dmarc");

    /** What a method said, as in {@code dkim=pass}. */
    record Result(String method, String result) {}

    static AuthenticationResults parse(String value) {
        List<String> parts = parts(EncodedWords.decode(value));
        String first = parts.isEmpty() ? "" : parts.get(0).strip();
        String service = first.split("[\\s(]", 2)[0];
        List<Result> results = new ArrayList<>(4);
        for (String part : parts) {
            result(part.strip()).ifPresent(results::add);
        }
        return new AuthenticationResults(service.indexOf('=') >= 0 ? "" : service, results);
    }

    /** What the field says of a method: pass where any of several results is one. */
    Optional<String> of(String method) {
        List<String> all = results.stream()
                .filter(result -> result.method().equals(method))
                .map(Result::result)
                .toList();
        return all.contains("pass") ? Optional.of("pass") : all.stream().findFirst();
    }

    private static Optional<Result> result(String part) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String method = part.substring(0, equals).strip().split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
        int from = equals + 1;
        while (from < part.length() && part.charAt(from) == ' ') {
            from++;
        }
        int end = from;
        while (end < part.length() && Words.isLetterOrDigit(part.charAt(end))) {
            end++;
        }
        boolean known = METHODS.contains(method) && end > from && end - from <= LONGEST_RESULT;
        return known
                ? Optional.of(new Result(method, part.substring(from, end).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Cut at the semicolons that stand in no comment and no quotation. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>(6);
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            quoted ^= c == '"' && depth == 0;
            depth = quoted ? depth : Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (c == ';' && depth == 0 && !quoted) {
                parts.add(value.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }
}
