package org.mailboxremediation.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one written form of a payload: keys sorted, no blanks, everything beyond ASCII escaped in lower case. Fractions are
 * refused, for their written form is not the same everywhere.
 */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private CanonicalJson() {}

    static String write(Map<String, ?> payload) {
        payload.values().forEach(CanonicalJson::requirePlain);
        return object(payload);
    }

    /** The same form of an object that may hold such payloads. */
    static String object(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(members));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values can be written", impossible);
        }
    }

    /** Reads what {@link #write} wrote; throws IllegalArgumentException for anything that is no JSON object. */
    static Map<String, Object> read(String json) {
        try {
            return MAPPER.readValue(json, PAYLOAD);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("the payload of an event is no JSON object", unreadable);
        }
    }

    private static void requirePlain(Object value) {
        if (!isScalar(value) && !(value instanceof List<?> list && list.stream().allMatch(String.class::isInstance))) {
            throw new IllegalArgumentException(
                    "an event's payload holds texts, whole numbers, booleans and lists of texts only");
        }
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger;
    }
}
