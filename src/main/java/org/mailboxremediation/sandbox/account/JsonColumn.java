package org.mailboxremediation.sandbox.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.mailboxremediation.sandbox.SandboxComponent;

/** Writes values into text columns and reads them back. */
@SandboxComponent
final class JsonColumn {

    private final ObjectMapper mapper;

    JsonColumn(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
        }
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not readable as " + type, e);
        }
    }
}
