package org.mailboxremediation.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Refuses a request with a problem document (RFC 9457). Its sentences are ours; nothing that was sent is repeated. */
final class Problem extends RuntimeException {

    private final transient HttpStatusCode status;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private transient @Nullable URI location;

    private Problem(HttpStatusCode status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static Problem of(HttpStatus status, String sentence) {
        return new Problem(status, sentence);
    }

    /** The problem of a status for which there is nothing more to say. */
    static Problem of(HttpStatusCode status) {
        return new Problem(status, sentence(status));
    }

    static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
    }

    static Problem conflict(String sentence) {
        return of(HttpStatus.CONFLICT, sentence);
    }

    static Problem field(String field, String rule) {
        return fields(List.of(new FieldRule(field, rule)));
    }

    static Problem fields(List<FieldRule> broken) {
        return of(HttpStatus.BAD_REQUEST, "The request breaks a rule: see fields.")
                .with("fields", List.copyOf(broken));
    }

    /** Adds an extension member. */
    Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Names the resource to look at instead. */
    Problem at(URI where) {
        location = where;
        return with("link", where.toString());
    }

    @Nullable
    URI location() {
        return location;
    }

    HttpStatusCode status() {
        return status;
    }

    ProblemDetail document() {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, String.valueOf(getMessage()));
        members.forEach(document::setProperty);
        return document;
    }

    private static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "The request cannot be read.";
            case 401 -> "Log in with your user and password.";
            case 403 -> "Your groups do not allow this.";
            case 404 -> "There is nothing here.";
            case 405 -> "This resource does not know that method.";
            case 406 -> "This resource comes as JSON only.";
            case 413 -> "The request is larger than this resource takes.";
            case 415 -> "This resource does not take that media type.";
            default ->
                status.is4xxClientError()
                        ? "The request was refused."
                        : "Something failed on our side. It was logged; try again, or tell the operator when it happened.";
        };
    }
}
