package org.mailboxremediation.sandbox.rackspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.fault.Faults;
import org.mailboxremediation.sandbox.fault.Trouble;

/** Answers a call the way it was told to fail. */
@SandboxComponent
final class Misbehaviour {

    private final Faults faults;
    private final Effects effects;
    private final LateEffects late;
    private final GarbledAnswer garbled;
    private final ResponseWriter writer;

    Misbehaviour(Faults faults, Effects effects, LateEffects late, GarbledAnswer garbled, ResponseWriter writer) {
        this.faults = faults;
        this.effects = effects;
        this.late = late;
        this.garbled = garbled;
        this.writer = writer;
    }

    /**
     * Fails as told.
     *
     * @throws Fault where failing means to be refused
     */
    void answer(Trouble trouble, Received received, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (trouble.kind()) {
            case CUT, NO_ANSWER, LOST_REPLY -> silence(trouble, received, request);
            case STATUS, THROTTLED, KEY_REVOKED, ERROR_BODY, REDIRECT -> refuse(trouble, request, response);
            case TRUNCATED, HUGE, DEEP, WRONG_TYPE, SLOW -> garble(trouble, received, response);
            default -> writer.write(answer(trouble, received), request, response);
        }
    }

    private Answer answer(Trouble trouble, Received received) {
        return switch (trouble.kind()) {
            case NOT_APPLIED -> Answer.DONE;
            case PARTIAL -> effects.of(received.without(trouble.text()));
            case LATE -> later(trouble, received);
            case LATE_REPLY -> {
                Answer answer = effects.of(received);
                faults.hold(trouble.time());
                yield answer;
            }
            default -> {
                faults.hold(trouble.time());
                yield effects.of(received);
            }
        };
    }

    private Answer later(Trouble trouble, Received received) {
        if (trouble.number() > 0) {
            late.afterReads(trouble.number(), received);
        } else {
            late.after(trouble.time(), received);
        }
        return Answer.DONE;
    }

    private void silence(Trouble trouble, Received received, HttpServletRequest request) {
        if (trouble.kind() == Trouble.Kind.LOST_REPLY) {
            effects.of(received);
        }
        faults.hold(trouble.time());
        ConnectionCutter.cut(request);
    }

    private void refuse(Trouble trouble, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (trouble.kind()) {
            case THROTTLED -> throw Fault.unauthorized(Throttle.REFUSAL);
            case KEY_REVOKED -> throw Fault.unauthorized(SignatureCheck.REFUSAL);
            case ERROR_BODY ->
                writer.write(Answer.of(Fault.badRequest("Internal error")).withStatus(200), request, response);
            case REDIRECT -> {
                response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
                response.setHeader("Location", trouble.text());
            }
            default -> throw status(trouble, response);
        }
    }

    private static Fault status(Trouble trouble, HttpServletResponse response) {
        if (!trouble.text().isEmpty()) {
            response.setHeader("Retry-After", trouble.text());
        }
        return trouble.number() == 404 ? Fault.mailboxNotFound(true) : Fault.status(trouble.number());
    }

    private void garble(Trouble trouble, Received received, HttpServletResponse response) throws IOException {
        Answer answer = effects.of(received);
        switch (trouble.kind()) {
            case TRUNCATED -> garbled.truncated(answer, response);
            case HUGE -> garbled.huge(response);
            case DEEP -> garbled.deep(response);
            case WRONG_TYPE -> garbled.page(response);
            default -> garbled.slow(trouble.time(), response);
        }
    }
}
