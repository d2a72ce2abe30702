package org.mailboxremediation.evidence.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Our side's SPF verdict, from Received-SPF (RFC 7208 §9.1) and Authentication-Results (RFC 8601 §2.7.2). Fields of these
 * names may be forged below our own, so every one in the given span must agree; else there is no pass.
 */
final class SpfVerdict {

    private static final String RESULT = "(pass|fail|softfail|neutral|none|temperror|permerror)";
    private static final Pattern RECEIVED_SPF = Pattern.compile("(?i)^" + RESULT + "\\b");
    private static final Pattern RESULTS_SPF = Pattern.compile("(?i)(?:^|[;\\s])spf\\s*=\\s*" + RESULT + "\\b");

    private SpfVerdict() {}

    /** The verdict of the span; the worst one where they differ; empty where there is none. */
    static Optional<SpfResult> in(List<MessageHeaders.Field> span) {
        List<SpfResult> all = span.stream().flatMap(SpfVerdict::of).distinct().toList();
        return all.size() < 2
                ? all.stream().findFirst()
                : all.stream().filter(result -> result != SpfResult.PASS).findFirst();
    }

    private static Stream<SpfResult> of(MessageHeaders.Field field) {
        return switch (field.name()) {
            case "received-spf" -> read(RECEIVED_SPF, field.value());
            case "authentication-results" -> read(RESULTS_SPF, field.value());
            default -> Stream.empty();
        };
    }

    private static Stream<SpfResult> read(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.find()
                ? Stream.of(SpfResult.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)))
                : Stream.empty();
    }
}
