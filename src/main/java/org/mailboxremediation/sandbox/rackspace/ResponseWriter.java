package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.mailboxremediation.sandbox.SandboxComponent;

/** Writes answers as JSON or XML, whichever the caller accepts, and a fault's message as {@code x-error-message} too. */
@SandboxComponent
final class ResponseWriter {

    private final ObjectMapper mapper;

    ResponseWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        if (answer.body().isEmpty()) {
            response.setContentLength(0);
            return;
        }
        boolean xml = wantsXml(request);
        byte[] body =
                xml ? XmlBody.of(answer).getBytes(StandardCharsets.UTF_8) : mapper.writeValueAsBytes(answer.body());
        response.setContentType(xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    void write(Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("x-error-message", headerSafe(fault.text()));
        write(Answer.of(fault), request, response);
    }

    private static boolean wantsXml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return wanted.contains("xml") && !wanted.contains("json");
    }

    /** Some messages repeat what the caller sent. */
    private static String headerSafe(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
