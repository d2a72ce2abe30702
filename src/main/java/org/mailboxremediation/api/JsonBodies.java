package org.mailboxremediation.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.mailboxremediation.credential.ShownPasswords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads JSON bodies strictly, and none beyond its bound: it is checked before anything is parsed. */
@Component
final class JsonBodies {

    /** The largest body, in bytes. */
    static final int MAX = 2 * 1024 * 1024;

    /** The rule that such a text breaks. */
    static final String HOLDS_PASSWORD = "holds a password that was shown; texts are kept, passwords are not";

    private static final int MAX_DEPTH = 20;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ShownPasswords passwords;

    JsonBodies(ShownPasswords passwords) {
        this.passwords = passwords;
    }

    /**
     * Reads the request's body, an object.
     *
     * @throws Problem 413 if it is too large; 400 if it is no JSON, or naming each member that breaks a rule
     */
    <T> T read(HttpServletRequest request, Shape<T> shape) {
        return read(bytes(request), shape);
    }

    /** As {@link #read}; empty if there is no body. */
    <T> Optional<T> readIfAny(HttpServletRequest request, Shape<T> shape) {
        byte[] body = bytes(request);
        return body.length == 0 ? Optional.empty() : Optional.of(read(body, shape));
    }

    private <T> T read(byte[] body, Shape<T> shape) {
        FieldRules rules = new FieldRules();
        JsonNode sent = parse(body);
        if (holdsPassword(sent)) {
            throw Problem.field("body", HOLDS_PASSWORD);
        }
        Optional<T> value = Members.read(sent, "", rules, shape);
        rules.check();
        return value.orElseThrow(() -> new IllegalStateException("a shape without a value must say why"));
    }

    /** Whether any text in it holds a password that was shown. */
    boolean holdsPassword(JsonNode sent) {
        return sent.isTextual()
                ? passwords.isIn(sent.textValue())
                : StreamSupport.stream(sent.spliterator(), false).anyMatch(this::holdsPassword);
    }

    /**
     * Reads any JSON, without a shape.
     *
     * @throws Problem 400 if it is none
     */
    JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw Problem.field("body", "must be JSON, without repeated members");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes are always read", impossible);
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        return bytes(request, MAX);
    }

    /**
     * The request's body.
     *
     * @param max how many bytes it may have
     * @throws Problem 413 if it has more
     */
    static byte[] bytes(HttpServletRequest request, int max) {
        try {
            byte[] body = request.getInputStream().readNBytes(max + 1);
            if (body.length > max) {
                throw Problem.of(
                        HttpStatus.PAYLOAD_TOO_LARGE, "The body may have at most " + (max >> 20) + " MiB here.");
            }
            return body;
        } catch (IOException brokenOff) {
            throw Problem.of(HttpStatus.BAD_REQUEST);
        }
    }
}
