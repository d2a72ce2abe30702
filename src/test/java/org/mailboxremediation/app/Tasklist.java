package org.mailboxremediation.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A person's session in Tasklist, speaking to Camunda's own API as the browser does: cookies, CSRF token and all. */
public final class Tasklist {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private final String user;

    private Tasklist(String base, String user) {
        this.base = base;
        this.user = user;
    }

    /** Logs a sandbox user in to the web application {@code tasklist}, {@code cockpit} or {@code admin}. */
    public static Tasklist login(String base, String user, String application) {
        Tasklist session = new Tasklist(base, user);
        session.send("GET", "/camunda/app/welcome/default/", null, null);
        HttpResponse<String> answer = session.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + application,
                "username=" + user + "&password=" + user + "-sandbox",
                "application/x-www-form-urlencoded");
        if (answer.statusCode() != 200) {
            throw new AssertionError(user + " cannot log in: " + answer.statusCode() + " " + answer.body());
        }
        // The login makes a new session, whose token comes with the next page.
        session.send("GET", "/camunda/app/" + application + "/default/", null, null);
        return session;
    }

    /** The open tasks with that key in the case, as far as this person sees them. */
    public List<JsonNode> tasks(String incidentId, String key) {
        JsonNode list = read(
                engine("GET", "/task?processInstanceBusinessKey=" + incidentId + "&taskDefinitionKey=" + key, null));
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** The open scan tasks of that device. */
    public List<JsonNode> scanTasks(String incidentId, String deviceId) {
        String query = "/task?processInstanceBusinessKey=" + incidentId
                + "&taskDefinitionKey=UserTask_AttestScan&processVariables=deviceId_eq_" + deviceId;
        return StreamSupport.stream(read(engine("GET", query, null)).spliterator(), false)
                .toList();
    }

    public HttpResponse<String> claim(JsonNode task) {
        return engine("POST", "/task/" + task.path("id").asText() + "/claim", Map.of("userId", user));
    }

    /** Submits a form the way Tasklist does; lists and maps go as Json variables. */
    public HttpResponse<String> submit(JsonNode task, Map<String, ?> values) {
        return engine("POST", "/task/" + task.path("id").asText() + "/submit-form", Map.of("variables", typed(values)));
    }

    /** Starts a process by its form, as "Start process" in Tasklist does. */
    public HttpResponse<String> start(String processKey, Map<String, ?> values) {
        return engine(
                "POST", "/process-definition/key/" + processKey + "/submit-form", Map.of("variables", typed(values)));
    }

    /** A variable that the task shows, as text. */
    public String shown(JsonNode task, String variable) {
        return read(engine(
                        "GET",
                        "/task/" + task.path("id").asText() + "/variables/" + variable + "?deserializeValue=false",
                        null))
                .path("value")
                .asText();
    }

    /** Any call to the engine's API of the web applications. */
    public HttpResponse<String> engine(String method, String path, Object body) {
        try {
            String text = body == null ? null : JSON.writeValueAsString(body);
            return send(method, "/camunda/api/engine/engine/default" + path, text, "application/json");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Any call to the web applications. */
    public HttpResponse<String> send(String method, String path, String body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", token())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (contentType != null && body != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call as another site would make this browser send it: with the session, without its token. */
    public HttpResponse<String> forged(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body as JSON. */
    public static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    /** JSON that came as a text. */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private static Map<String, Object> typed(Map<String, ?> values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> typed.put(name, typed(value)));
        return typed;
    }

    private static Map<String, Object> typed(Object value) {
        try {
            if (value instanceof List || value instanceof Map) {
                return Map.of("value", JSON.writeValueAsString(value), "type", "Json");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        String type = value instanceof Boolean ? "Boolean" : value instanceof Integer ? "Integer" : "String";
        return Map.of("value", value, "type", type);
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .reduce("", (earlier, later) -> later);
    }
}
