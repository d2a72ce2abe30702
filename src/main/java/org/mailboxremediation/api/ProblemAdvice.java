package org.mailboxremediation.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.CredentialGone;
import org.mailboxremediation.credential.PinRefused;
import org.mailboxremediation.credential.SealingKeyMissing;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.process.ReportRefused;
import org.mailboxremediation.process.RevealRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong into a problem document (RFC 9457) whose sentences are ours. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int FRAMES = 6;

    @ExceptionHandler
    ResponseEntity<Object> refused(Problem problem) {
        return answer(problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ReportRefused refused) {
        Problem problem = Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(refused.getMessage()))
                .with("reason", refused.reason().name());
        if (refused.reason() == ReportRefused.Reason.ALIAS) {
            problem.with(
                    "mailboxes",
                    refused.mailboxes().stream().map(MailboxAddress::asString).toList());
        }
        return answer(problem, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RevealRefused refused) {
        return answer(
                Problem.conflict(String.valueOf(refused.getMessage())).with("reasons", refused.reasons()),
                HttpHeaders.EMPTY);
    }

    /** One that is not ready yet is in conflict; any other is gone for good. */
    @ExceptionHandler
    ResponseEntity<Object> refused(CredentialGone gone) {
        boolean later = gone.reason() == CredentialGone.Reason.NOT_OFFERED;
        Problem problem = Problem.of(
                        later ? HttpStatus.CONFLICT : HttpStatus.GONE,
                        gone.reason().sentence())
                .with("reason", gone.reason().name())
                .with("reasons", List.of(gone.reason().sentence()));
        return answer(problem, HttpHeaders.EMPTY);
    }

    /** A PIN that is missing can be sent, a wrong one corrected; without a valid one, or a password, another way is needed. */
    @ExceptionHandler
    ResponseEntity<Object> refused(PinRefused refused) {
        HttpStatus status = switch (refused.reason()) {
            case PIN_MISSING -> HttpStatus.BAD_REQUEST;
            case PIN_WRONG -> HttpStatus.UNPROCESSABLE_ENTITY;
            case PIN_NOT_VALID, PIN_OF_ONE_PERSON -> HttpStatus.CONFLICT;
            case PIN_WRONG_TOO_OFTEN -> HttpStatus.GONE;
        };
        Problem problem = Problem.of(status, refused.reason().sentence())
                .with("reason", refused.reason().name());
        return answer(problem, HttpHeaders.EMPTY);
    }

    /** Nothing is lost: it is said which key the operator has to give back. */
    @ExceptionHandler
    ResponseEntity<Object> refused(SealingKeyMissing missing) {
        return answer(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(missing.getMessage())), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(MultipartException unreadable) {
        return answer(Problem.field("body", "must be multipart/form-data"), HttpHeaders.EMPTY);
    }

    /** Its message may hold anything: only its type is logged, and the way through our own code to where it was thrown. */
    @ExceptionHandler
    ResponseEntity<Object> failed(Exception failure) {
        String way = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.mailboxremediation."))
                .limit(FRAMES)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
        LOG.error("A request failed: {} at {}", failure.getClass().getName(), way.isEmpty() ? "an unknown place" : way);
        return answer(Problem.of(HttpStatusCode.valueOf(500)), HttpHeaders.EMPTY);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Problem problem =
                missing(failure).map(name -> Problem.field(name, "is required")).orElseGet(() -> Problem.of(status));
        return answer(problem, headers);
    }

    private static Optional<String> missing(Exception failure) {
        if (failure instanceof MissingServletRequestPartException part) {
            return Optional.of(part.getRequestPartName());
        }
        return failure instanceof MissingServletRequestParameterException parameter
                ? Optional.of(parameter.getParameterName())
                : Optional.empty();
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).headers(headers);
        URI elsewhere = problem.location();
        if (elsewhere != null) {
            answer.location(elsewhere);
        }
        return answer.body(problem.document());
    }
}
