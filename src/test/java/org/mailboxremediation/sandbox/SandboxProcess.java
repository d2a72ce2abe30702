package org.mailboxremediation.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.mailboxremediation.sandbox.fault.FaultRule;

/**
 * The sandbox in a process of its own: its accounts, calls and faults outlive whatever uses it. Use it by handing
 * {@link #settings()} to an application under the profile {@code sandbox}.
 */
public final class SandboxProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 1_200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int imap = freePort();
    private final int smtp = freePort();
    private final Path log;
    private final Process process;

    private SandboxProcess(String run, List<String> settings) throws IOException {
        log = Files.createDirectories(Path.of("target", "packaged-jar")).resolve(run + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName(),
                "--server.port=" + port,
                "--remediation.sandbox.imap-port=" + imap,
                "--remediation.sandbox.smtp-port=" + smtp));
        settings.forEach(setting -> command.add("--remediation.sandbox." + setting));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitStart();
    }

    /** Starts one; settings are of the form {@code latency=200ms}, what it prints goes to a file of that name. */
    public static SandboxProcess start(String run, String... settings) {
        try {
            return new SandboxProcess(run, List.of(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments by which an application uses this sandbox and not its own. */
    public List<String> settings() {
        return List.of(
                "--remediation.rackspace.base-url=http://127.0.0.1:" + port + "/sandbox/rackspace/v1",
                "--remediation.logins.imap-port=" + imap,
                "--remediation.logins.smtp-port=" + smtp,
                "--spring.mail.port=" + smtp);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int imapPort() {
        return imap;
    }

    public int smtpPort() {
        return smtp;
    }

    public long pid() {
        return process.pid();
    }

    /** Fails by these rules and no others from now on; what the former held is let go. */
    public void fail(FaultRule... rules) {
        fail(List.of(rules));
    }

    public void fail(List<FaultRule> rules) {
        send("PUT", "/sandbox/faults", json(rules));
    }

    /** Fails by this rule too. */
    public void failToo(FaultRule rule) {
        send("POST", "/sandbox/faults", json(List.of(rule)));
    }

    /** How many calls the rules for that operation on that target have failed. */
    public int fired(String operation, String target) {
        int fired = 0;
        for (JsonNode active : read(send("GET", "/sandbox/faults", ""))) {
            JsonNode rule = active.path("rule");
            boolean same = rule.path("operation").asText().equals(operation)
                    && rule.path("target").asText().equals(target);
            fired += same ? active.path("fired").asInt() : 0;
        }
        return fired;
    }

    /** How many calls of that operation came in for the target. */
    public int received(String operation, String target) {
        return calls(target).path(operation).path("received").asInt();
    }

    /** How many of them took effect. */
    public int applied(String operation, String target) {
        return calls(target).path(operation).path("applied").asInt();
    }

    /** Everything that was called on the target. */
    public JsonNode calls(String target) {
        String query = URLEncoder.encode(target, StandardCharsets.UTF_8);
        return read(send("GET", "/sandbox/calls?target=" + query, ""));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitStart() throws IOException {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            try {
                send("GET", "/sandbox/faults", "");
                return;
            } catch (UncheckedIOException notYet) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        process.destroyForcibly();
        throw new AssertionError("The sandbox never came up:\n" + Files.readString(log));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(List<FaultRule> rules) {
        try {
            return JSON.writeValueAsString(
                    rules.stream().map(SandboxProcess::json).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> json(FaultRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", rule.operation());
        json.put("target", rule.target());
        json.put("after", rule.after());
        json.put("times", rule.times());
        json.put("probability", rule.probability());
        json.put("kind", rule.trouble().kind());
        json.put("number", rule.trouble().number());
        json.put("time", rule.trouble().time().toString());
        json.put("text", rule.trouble().text());
        return json;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
