package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What came back, and the one place where it becomes a {@link ProviderFailure}. Nothing of the provider's text goes
 * further than this.
 *
 * @param body the beginning of it, up to {@link #BODY_LIMIT} bytes
 * @param cut whether there was more
 */
record ApiAnswer(int status, HttpHeaders headers, String body, boolean cut) {

    private static final int BODY_LIMIT = 1 << 20;

    /** Seconds; no longer than the request limit is left alone, while an attacker may be inside. */
    private static final int LONGEST_WAIT = 20;

    private static final String LIMIT_REACHED = "Exceeded request limits";
    private static final String ERROR_HEADER = "x-error-message";

    static ApiAnswer read(ClassicHttpResponse response) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        for (Header header : response.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        HttpEntity entity = response.getEntity();
        byte[] bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(BODY_LIMIT + 1);
        return new ApiAnswer(
                response.getCode(),
                headers,
                new String(bytes, 0, Math.min(bytes.length, BODY_LIMIT), StandardCharsets.UTF_8),
                bytes.length > BODY_LIMIT);
    }

    /** Whether the provider refused because of its request limit: a 403 like wrong keys, told apart by its message only. */
    boolean isLimitReached(ObjectMapper json) {
        return status == 403
                && (errorHeader().contains(LIMIT_REACHED) || faultMessage(json).contains(LIMIT_REACHED));
    }

    /** The failure this answer means, the request limit aside; empty for a success. */
    Optional<ProviderFailure> failure() {
        if (status >= 200 && status < 300) {
            return cut ? Optional.of(unreadable()) : Optional.empty();
        }
        if (status == 404 && isFromTheApi()) {
            return Optional.of(new ProviderFailure.UnknownMailbox());
        }
        if (status == 401 || status == 403) {
            return Optional.of(new ProviderFailure.CredentialsRefused());
        }
        if (status == 408 || status == 429 || status == 404 || status < 400 || status >= 500) {
            return Optional.of(new ProviderFailure.Unavailable("The provider is not available.", retryAfter()));
        }
        return Optional.of(new ProviderFailure.RequestRejected(status));
    }

    /** The body as JSON. */
    JsonNode json(ObjectMapper json) {
        try {
            JsonNode node = json.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException malformed) {
            throw unreadable();
        }
        throw unreadable();
    }

    static ProviderFailure.Unavailable unreadable() {
        return unavailable("The provider's answer cannot be read.");
    }

    static ProviderFailure.Unavailable unavailable(String fixedReason) {
        return new ProviderFailure.Unavailable(fixedReason, Duration.ZERO);
    }

    /** A proxy's or a web server's own page is no word of the provider on the mailbox. */
    private boolean isFromTheApi() {
        try {
            MediaType type = headers.getContentType();
            return type == null
                    || !type.isCompatibleWith(MediaType.TEXT_HTML)
                    || !errorHeader().isEmpty();
        } catch (InvalidMediaTypeException garbled) {
            return false;
        }
    }

    /** In seconds only: a date would be measured by another clock than ours. */
    private Duration retryAfter() {
        String told = headers.getFirst(HttpHeaders.RETRY_AFTER);
        boolean seconds = told != null && told.matches("[0-9]{1,9}");
        return seconds ? Duration.ofSeconds(Math.min(Long.parseLong(told), LONGEST_WAIT)) : Duration.ZERO;
    }

    private String errorHeader() {
        String message = headers.getFirst(ERROR_HEADER);
        return message == null ? "" : message;
    }

    private String faultMessage(ObjectMapper json) {
        return fault(json).path("unauthorizedFault").path("message").asText("");
    }

    private JsonNode fault(ObjectMapper json) {
        try {
            return json.readTree(body);
        } catch (IOException malformed) {
            return MissingNode.getInstance();
        }
    }
}
