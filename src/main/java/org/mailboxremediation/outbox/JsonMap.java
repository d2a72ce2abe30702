package org.mailboxremediation.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A command's payload and details as a text column keeps them. */
@Component
final class JsonMap {

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private final ObjectMapper json;

    JsonMap(ObjectMapper json) {
        this.json = json;
    }

    String write(Map<String, String> map) {
        try {
            return json.writeValueAsString(new TreeMap<>(map));
        } catch (JsonProcessingException unexpected) {
            throw new IllegalArgumentException("not a map of texts", unexpected);
        }
    }

    Map<String, String> read(String text) {
        try {
            return json.readValue(text, MAP);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("the queue holds a text that is no map", unexpected);
        }
    }
}
