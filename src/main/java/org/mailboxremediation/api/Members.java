package org.mailboxremediation.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.TextBounds;

/**
 * The members of a JSON object from outside. Each is asked for by name and kind; a broken rule is noted and reading goes
 * on; what was never asked for is an unknown member. A member that is null counts as absent.
 */
final class Members {

    private final JsonNode object;
    private final String path;
    private final FieldRules rules;
    private final Set<String> known = new HashSet<>();

    private Members(JsonNode object, String path, FieldRules rules) {
        this.object = object;
        this.path = path;
        this.rules = rules;
    }

    /** Reads a whole object. */
    static <T> Optional<T> read(JsonNode node, String path, FieldRules rules, Shape<T> shape) {
        if (!node.isObject()) {
            rules.add(path.isEmpty() ? "body" : path, "must be a JSON object");
            return Optional.empty();
        }
        Members members = new Members(node, path, rules);
        Optional<T> value = shape.read(members);
        members.refuseUnknown();
        return value;
    }

    /** Notes each of these that is absent. */
    void need(String... names) {
        for (String name : names) {
            if (member(name).isEmpty()) {
                broken(name, "is required");
            }
        }
    }

    void broken(String name, String rule) {
        rules.add(at(name), rule);
    }

    /** Whether no rule of the whole request is broken so far. */
    boolean isSound() {
        return rules.isEmpty();
    }

    /** One line of 1 to {@code max} characters. */
    Optional<String> line(String name, int max) {
        return member(name).flatMap(node -> bounded(node, at(name), max, TextBounds::line));
    }

    /** Text of several lines, at most {@code max} characters. */
    Optional<String> text(String name, int max) {
        return member(name).flatMap(node -> bounded(node, at(name), max, TextBounds::text));
    }

    Optional<MailboxAddress> address(String name) {
        return member(name).flatMap(node -> address(node, at(name)));
    }

    /** Addresses, at most {@code max}. */
    List<String> addresses(String name, int max) {
        return list(name, max, (node, at) -> address(node, at).map(MailboxAddress::asString));
    }

    /** Lines, at most {@code max}, each of at most {@code length} characters. */
    List<String> lines(String name, int max, int length) {
        return list(name, max, (node, at) -> bounded(node, at, length, TextBounds::line));
    }

    /** One of a type's names, exactly as it is written. */
    <E extends Enum<E>> Optional<E> code(String name, Class<E> type) {
        return member(name).flatMap(node -> code(node, at(name), type));
    }

    /** Some of a type's names. */
    <E extends Enum<E>> Set<E> codes(String name, Class<E> type) {
        Set<E> codes = EnumSet.noneOf(type);
        codes.addAll(list(name, 100, (node, at) -> code(node, at, type)));
        return codes;
    }

    /** One of these words. */
    Optional<String> word(String name, List<String> words) {
        return member(name).flatMap(node -> word(node, at(name), words));
    }

    /** Yes or no: as JSON has it, or one of the words {@code true}, {@code false}, {@code yes}, {@code no}. */
    Optional<Boolean> flag(String name) {
        Optional<JsonNode> given = member(name);
        if (given.filter(JsonNode::isBoolean).isPresent()) {
            return given.map(JsonNode::booleanValue);
        }
        return given.flatMap(node -> word(node, at(name), List.of("true", "false", "yes", "no")))
                .map(word -> word.equals("true") || word.equals("yes"));
    }

    /** An ISO-8601 time with an offset, or a date, which then begins in UTC. */
    Optional<Instant> time(String name) {
        return member(name).flatMap(node -> time(node, at(name)));
    }

    /** A whole number that is not negative. */
    OptionalLong count(String name) {
        Optional<JsonNode> node = member(name);
        if (node.isEmpty()) {
            return OptionalLong.empty();
        }
        if (node.get().isIntegralNumber()
                && node.get().canConvertToLong()
                && node.get().longValue() >= 0) {
            return OptionalLong.of(node.get().longValue());
        }
        broken(name, "must be a whole number, not negative");
        return OptionalLong.empty();
    }

    <T> Optional<T> object(String name, Shape<T> shape) {
        return member(name).flatMap(node -> read(node, at(name), rules, shape));
    }

    /** Objects, at most {@code max}. */
    <T> List<T> objects(String name, int max, Shape<T> shape) {
        return list(name, max, (node, at) -> read(node, at, rules, shape));
    }

    private <T> List<T> list(String name, int max, BiFunction<JsonNode, String, Optional<T>> each) {
        JsonNode array = member(name).orElse(null);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray() || array.size() > max) {
            broken(name, "must be a list of at most " + max);
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (int index = 0; index < array.size(); index++) {
            each.apply(array.get(index), at(name) + "[" + index + "]").ifPresent(values::add);
        }
        return values;
    }

    private Optional<JsonNode> member(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                rules.add(at(safe(name)), "is unknown");
            }
        });
    }

    /** The sender's own name for a member, cut to what can do no harm in a log or on a page. */
    private static String safe(String name) {
        return TextBounds.cut(name, 64).replaceAll("[^A-Za-z0-9_.-]", "?");
    }

    private Optional<String> string(JsonNode node, String at) {
        if (!node.isTextual()) {
            rules.add(at, "must be a text");
            return Optional.empty();
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue())) {
            rules.add(at, "must be well-formed Unicode");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    private Optional<String> bounded(JsonNode node, String at, int max, Bound bound) {
        Optional<String> given = string(node, at);
        try {
            return given.map(text -> bound.check("", text, max));
        } catch (IllegalArgumentException broken) {
            rules.add(at, String.valueOf(broken.getMessage()).strip());
            return Optional.empty();
        }
    }

    private Optional<MailboxAddress> address(JsonNode node, String at) {
        try {
            return string(node, at).map(MailboxAddress::parse);
        } catch (IllegalArgumentException malformed) {
            rules.add(at, "must be an address such as alice@example.com: " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> Optional<E> code(JsonNode node, String at, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return word(node, at, names).map(name -> Enum.valueOf(type, name));
    }

    private Optional<String> word(JsonNode node, String at, List<String> words) {
        if (node.isTextual() && words.contains(node.textValue())) {
            return Optional.of(node.textValue());
        }
        rules.add(at, "must be one of " + String.join(", ", words));
        return Optional.empty();
    }

    private Optional<Instant> time(JsonNode node, String at) {
        try {
            return string(node, at)
                    .map(text -> text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            rules.add(at, "must be an ISO-8601 time such as 2026-03-02T09:00:00Z");
            return Optional.empty();
        }
    }

    private interface Bound {
        String check(String field, String text, int max);
    }
}
