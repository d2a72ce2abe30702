package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.util.StringUtils;

/** Takes a request apart: path segments, and the fields of its form or JSON body. */
@SandboxComponent
final class RequestReader {

    private static final int MAXIMUM_BYTES = 1 << 20;

    private final ObjectMapper mapper;

    RequestReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The decoded segments behind the prefix. A slash at the end makes no difference. */
    List<String> segments(HttpServletRequest request, String prefix) {
        String path = request.getRequestURI().substring((request.getContextPath() + prefix).length());
        try {
            return Arrays.stream(path.split("/"))
                    .filter(segment -> !segment.isEmpty())
                    .map(segment -> StringUtils.uriDecode(segment, StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Fault.badRequest("Invalid path");
        }
    }

    Fields parameters(HttpServletRequest request) {
        Map<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all[0]));
        return new Fields(values);
    }

    /** The body's fields: JSON if it says so, a form otherwise. Bodies of reads and of DELETE are ignored. */
    Fields fields(HttpServletRequest request) throws IOException {
        if (!request.getMethod().equals("PUT") && !request.getMethod().equals("POST")) {
            return new Fields(Map.of());
        }
        String type = request.getContentType() == null ? "" : request.getContentType();
        return type.toLowerCase(Locale.ROOT).contains("json") ? json(request) : parameters(request);
    }

    private Fields json(HttpServletRequest request) throws IOException {
        Map<String, String> values = new HashMap<>();
        byte[] body = request.getInputStream().readNBytes(MAXIMUM_BYTES);
        try {
            mapper.readTree(body).properties().forEach(member -> values.put(member.getKey(), text(member.getValue())));
        } catch (JsonProcessingException e) {
            throw Fault.badRequest("Invalid request body");
        }
        return new Fields(values);
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(",", parts);
    }
}
