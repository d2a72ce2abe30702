package org.mailboxremediation.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Calls the emulated API with raw requests, signed with the documentation's sample keys unless told otherwise. */
public final class ApiClient {

    static final String USER_KEY = "eGbq9/2hcZsRlr1JV1Pi";
    static final String SECRET_KEY = "QHOvchm/40czXhJ1OxfxK7jDHr3t";
    static final String AGENT = "Rackspace Management Interface";
    public static final String DOMAIN = "/v1/customers/100000/domains/example.com";
    static final String ALICE = DOMAIN + "/rs/mailboxes/alice";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final List<String> headers;

    public ApiClient(int port) {
        this(
                port,
                List.of(
                        "Accept",
                        "application/json",
                        "User-Agent",
                        AGENT,
                        "X-Api-Signature",
                        signature("20260302093010")));
    }

    private ApiClient(int port, List<String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** A client that sends this header instead. */
    public ApiClient with(String header, String value) {
        List<String> changed = new ArrayList<>(headers);
        int at = changed.indexOf(header);
        if (at >= 0) {
            changed.set(at + 1, value);
        } else {
            changed.addAll(List.of(header, value));
        }
        return new ApiClient(port, changed);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Sends a form, or whatever the Content-Type set by {@link #with} says. */
    public HttpResponse<String> put(String path, String body) {
        return form().send("PUT", path, BodyPublishers.ofString(body));
    }

    public HttpResponse<String> post(String path, String body) {
        return form().send("POST", path, BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/sandbox/rackspace" + path)
                                .normalize())
                .headers(headers.toArray(String[]::new))
                .method(method, body)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + response.body(), e);
        }
    }

    static String signature(String timestamp) {
        return USER_KEY + ":" + timestamp + ":" + hash(USER_KEY + AGENT + timestamp + SECRET_KEY);
    }

    private ApiClient form() {
        return headers.contains("Content-Type") ? this : with("Content-Type", "application/x-www-form-urlencoded");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
