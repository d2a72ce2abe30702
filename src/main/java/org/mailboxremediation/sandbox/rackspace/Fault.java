package org.mailboxremediation.sandbox.rackspace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is no success: an HTTP status, the fault's name and its message. */
final class Fault extends RuntimeException {

    private final int status;
    private final String kind;
    private final String text;
    private final transient Map<String, Boolean> additionalData;

    private Fault(int status, String kind, String text, Map<String, Boolean> additionalData) {
        super(text, null, false, false);
        this.status = status;
        this.kind = kind;
        this.text = text;
        this.additionalData = additionalData;
    }

    static Fault badRequest(String text) {
        return new Fault(400, "badRequestFault", text, Map.of());
    }

    static Fault missing(String field) {
        return badRequest("Missing required field: " + field);
    }

    static Fault validation(String text) {
        return new Fault(400, "validationFault", text, Map.of());
    }

    static Fault unauthorized(String text) {
        return new Fault(403, "unauthorizedFault", text, Map.of());
    }

    static Fault notFound(String text) {
        return new Fault(404, "itemNotFoundFault", text, Map.of());
    }

    static Fault mailboxNotFound(boolean recoverable) {
        return new Fault(404, "itemNotFoundFault", "Mailbox Not Found", Map.of("isRecoverable", recoverable));
    }

    /** A refusal whose status is one of {@link org.mailboxremediation.sandbox.Assumptions}. */
    static @Nullable Fault assumed(int status, String text) {
        if (status < 300) {
            return null;
        }
        return status == 404 ? notFound(text) : new Fault(status, "badRequestFault", text, Map.of());
    }

    /** A failure of the server's own, or a refusal that no document tells of. */
    static Fault status(int status) {
        return new Fault(status, status < 500 ? "badRequestFault" : "internalServerFault", "Request failed", Map.of());
    }

    int status() {
        return status;
    }

    String kind() {
        return kind;
    }

    String text() {
        return text;
    }

    Map<String, Boolean> additionalData() {
        return additionalData;
    }
}
