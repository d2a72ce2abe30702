package org.mailboxremediation.device.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Members of a JSON report, none of which need be what it should be. */
final class JsonMembers {

    private JsonMembers() {}

    /** The member's text; "" if it is none. */
    static String text(JsonNode object, String name) {
        return object.path(name).isTextual() ? object.path(name).textValue() : "";
    }

    static boolean is(JsonNode object, String name, String value) {
        return text(object, name).equalsIgnoreCase(value);
    }

    /** The texts of those members that are there. */
    static Set<String> texts(JsonNode object, String... names) {
        return Arrays.stream(names)
                .map(name -> text(object, name))
                .filter(text -> !text.isBlank())
                .collect(Collectors.toSet());
    }

    /** A count: null if it is missing, negative, a fraction, or beyond counting. */
    static @Nullable Long count(JsonNode object, String name) {
        JsonNode member = object.path(name);
        return member.isIntegralNumber() && member.canConvertToLong() && member.longValue() >= 0
                ? Long.valueOf(member.longValue())
                : null;
    }

    /** A moment as ISO-8601 with an offset; null if it is none. */
    static @Nullable Instant moment(JsonNode object, String name) {
        try {
            return OffsetDateTime.parse(text(object, name)).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The objects of an array, of an OData {@code value}, or the object itself. */
    static List<JsonNode> objects(JsonNode node) {
        JsonNode list = node.path("value").isArray() ? node.path("value") : node;
        if (!list.isArray()) {
            return list.isObject() ? List.of(list) : List.of();
        }
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isObject)
                .toList();
    }
}
