package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.fault.Faults;

/** Answers that say success and cannot be read. */
@SandboxComponent
final class GarbledAnswer {

    private static final int HUGE = 10 << 20;
    private static final int DEEP = 100_000;
    private static final int SLOW = 3_600;

    private final ObjectMapper mapper;
    private final Faults faults;

    GarbledAnswer(ObjectMapper mapper, Faults faults) {
        this.mapper = mapper;
        this.faults = faults;
    }

    void truncated(Answer answer, HttpServletResponse response) throws IOException {
        byte[] whole = json(answer);
        write("application/json", Arrays.copyOf(whole, Math.max(1, whole.length / 2)), response);
    }

    void huge(HttpServletResponse response) throws IOException {
        write("application/json", text("{\"padding\":\"" + "x".repeat(HUGE) + "\"}"), response);
    }

    void deep(HttpServletResponse response) throws IOException {
        write("application/json", text("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)), response);
    }

    void page(HttpServletResponse response) throws IOException {
        write("text/html; charset=utf-8", text("<html><body><h1>It works!</h1></body></html>"), response);
    }

    /** One byte in each {@code interval}, for as long as anybody reads. */
    void slow(Duration interval, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setContentLength(SLOW);
        for (int sent = 0; sent < SLOW; sent++) {
            response.getOutputStream().write(' ');
            response.flushBuffer();
            faults.hold(interval);
        }
    }

    private static void write(String type, byte[] body, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] json(Answer answer) {
        try {
            return mapper.writeValueAsBytes(answer.body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always written", impossible);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
