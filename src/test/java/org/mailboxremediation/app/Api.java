package org.mailboxremediation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The HTTP contract as another program uses it: JSON and Basic. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String user;

    /** A sandbox user of the API; an empty name is nobody. */
    public Api(String base, String user) {
        this.base = base;
        this.user = user;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    public HttpResponse<String> post(String path, Object body) {
        try {
            String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            return send("POST", path, text.getBytes(StandardCharsets.UTF_8), "application/json");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Downloads what is no text. */
    public HttpResponse<byte[]> download(String path) {
        return exchange("GET", path, null, null, Map.of(), BodyHandlers.ofByteArray());
    }

    /** Uploads one part of a multipart form. */
    public HttpResponse<String> upload(String path, String part, byte[] content) {
        String boundary = "----mailbox-remediation";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"message.eml\"\r\nContent-Type: message/rfc822\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(end, 0, body, start.length + content.length, end.length);
        return send("POST", path, body, "multipart/form-data; boundary=" + boundary);
    }

    /** The incident as the API shows it. */
    public JsonNode incident(String id) {
        HttpResponse<String> answer = get("/api/incidents/" + id);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Tasklist.read(answer);
    }

    /** The keys of the incident's open tasks. */
    public List<String> openTasks(String id) {
        return StreamSupport.stream(incident(id).path("openTasks").spliterator(), false)
                .map(task -> task.path("key").asText())
                .toList();
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String contentType) {
        return send(method, path, body, contentType, Map.of());
    }

    /** With further headers. */
    public HttpResponse<String> send(
            String method, String path, byte[] body, String contentType, Map<String, String> headers) {
        return exchange(method, path, body, contentType, headers, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            byte[] body,
            String contentType,
            Map<String, String> headers,
            BodyHandler<T> answer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!user.isEmpty()) {
            String login = user + ":" + user + "-sandbox";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return http.send(request.build(), answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
