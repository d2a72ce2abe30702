package org.mailboxremediation.sandbox.rackspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.springframework.web.HttpRequestHandler;

/** The emulated API's front door: signature, throttle, answer. */
@SandboxComponent
final class Emulator implements HttpRequestHandler {

    /** Where the emulated API begins. */
    static final String PREFIX = "/sandbox/rackspace";

    private final SignatureCheck signatures;
    private final Throttle throttle;
    private final RequestReader reader;
    private final Door door;
    private final ResponseWriter writer;
    private final SandboxProperties properties;

    Emulator(
            SignatureCheck signatures,
            Throttle throttle,
            RequestReader reader,
            Door door,
            ResponseWriter writer,
            SandboxProperties properties) {
        this.signatures = signatures;
        this.throttle = throttle;
        this.reader = reader;
        this.door = door;
        this.writer = writer;
        this.properties = properties;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long answer = System.nanoTime() + properties.latency().toNanos();
        try {
            door.answer(admitted(request), () -> pause(answer), request, response);
        } catch (Fault fault) {
            pause(answer);
            writer.write(fault, request, response);
        }
    }

    private Received admitted(HttpServletRequest request) throws IOException {
        String user = signatures.user(request.getHeader("X-Api-Signature"), request.getHeader("User-Agent"));
        throttle.admit(user, request.getMethod().equals("GET"));
        return new Received(
                request.getMethod(),
                reader.segments(request, PREFIX),
                reader.parameters(request),
                reader.fields(request));
    }

    /** What a call has cost us counts: on a busy machine too, an answer comes when it should. */
    private static void pause(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
