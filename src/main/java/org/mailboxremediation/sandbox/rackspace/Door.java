package org.mailboxremediation.sandbox.rackspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.fault.CallLog;
import org.mailboxremediation.sandbox.fault.Faults;
import org.mailboxremediation.sandbox.fault.Trouble;

/** Answers an admitted call, well or as badly as it was told to. */
@SandboxComponent
final class Door {

    private final CallLog calls;
    private final Faults faults;
    private final Effects effects;
    private final LateEffects late;
    private final Misbehaviour misbehaviour;
    private final ResponseWriter writer;

    Door(
            CallLog calls,
            Faults faults,
            Effects effects,
            LateEffects late,
            Misbehaviour misbehaviour,
            ResponseWriter writer) {
        this.calls = calls;
        this.faults = faults;
        this.effects = effects;
        this.late = late;
        this.misbehaviour = misbehaviour;
        this.writer = writer;
    }

    /**
     * Answers after the usual pause, which comes behind the effect.
     *
     * @throws Fault if the call is refused
     */
    void answer(Received received, Runnable pause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        OperationName name = received.name();
        calls.received(name.operation(), name.target());
        if (received.method().equals("GET")) {
            late.read(name.target());
        }
        Optional<Trouble> trouble = faults.next(name.operation(), name.target());
        if (trouble.isPresent()) {
            misbehaviour.answer(trouble.get(), received, request, response);
        } else {
            Answer answer = effects.of(received);
            pause.run();
            writer.write(answer, request, response);
        }
    }
}
