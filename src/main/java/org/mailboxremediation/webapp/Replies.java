package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;

/** Answers of the plugin: JSON that nobody on the way may keep. */
final class Replies {

    private Replies() {}

    /** Answers 200 with what the call brings, or its refusal as {@code {message, reasons[]}}. */
    static Response of(Supplier<?> call) {
        try {
            return json(200, call.get());
        } catch (CallRefused e) {
            return json(e.status(), Map.of("message", String.valueOf(e.getMessage()), "reasons", e.reasons()));
        }
    }

    private static Response json(int status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .entity(body)
                .build();
    }
}
