package org.mailboxremediation.app.secret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between the product and the provider's emulator. It sees each password that is set, and lets a mailbox's next
 * password write fail; what it says then repeats what it was sent, as careless servers do.
 */
final class FaultyProvider implements AutoCloseable {

    private static final Pattern PASSWORD = Pattern.compile("(?:^|&)password=([^&]*)");
    private static final Pattern MAILBOX = Pattern.compile(".*/rs/mailboxes/([^/?]+)$");

    /** How a write fails. */
    enum Fault {
        KEYS_REFUSED(403, "{\"unauthorizedFault\":{\"message\":\"%s\"}}"),
        THROTTLED(403, "{\"unauthorizedFault\":{\"message\":\"Exceeded request limits\",\"details\":\"%s\"}}"),
        REJECTED(400, "{\"validationFault\":{\"message\":\"%s\"}}"),
        SERVER_ERROR(500, "<pre>%s</pre>"),
        TIME_OUT(0, ""),
        REPLY_LOST(0, ""),
        MALFORMED(200, "{\"password\": \"%s"),
        NOT_APPLIED(200, "%s");

        private final int status;
        private final String body;

        Fault(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private String target = "";

    FaultyProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Where everything goes that does not fail: the emulator's address, without the version. */
    void forwardTo(String emulator) {
        target = emulator;
    }

    /** Lets the next password write to that mailbox fail. */
    void fail(String localPart, Fault fault) {
        faults.put(localPart, fault);
    }

    /** The faults that have not happened yet. */
    Map<String, Fault> outstanding() {
        return Map.copyOf(faults);
    }

    /** Each password that was sent, whatever became of it. */
    List<String> passwords() {
        return passwords.stream().distinct().toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String form = new String(body, StandardCharsets.UTF_8);
            Matcher password = PASSWORD.matcher(form);
            Matcher mailbox = MAILBOX.matcher(exchange.getRequestURI().getPath());
            if (!password.find()) {
                forward(exchange, body);
                return;
            }
            String secret = URLDecoder.decode(password.group(1), StandardCharsets.UTF_8);
            passwords.add(secret);
            Fault fault = mailbox.matches() ? faults.remove(mailbox.group(1)) : null;
            if (fault == null) {
                forward(exchange, body);
            } else {
                fail(exchange, body, fault, form + " " + secret);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(HttpExchange exchange, byte[] body, Fault fault, String echo)
            throws IOException, InterruptedException {
        switch (fault) {
            case TIME_OUT -> closed.await(5, TimeUnit.SECONDS);
            case REPLY_LOST -> sent(exchange, body);
            case MALFORMED -> {
                sent(exchange, body);
                answer(exchange, fault.status, fault.body.formatted(echo).getBytes(StandardCharsets.UTF_8));
            }
            default -> answer(exchange, fault.status, fault.body.formatted(echo).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = sent(exchange, body);
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        answer(exchange, answer.statusCode(), answer.body());
    }

    private HttpResponse<byte[]> sent(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI().getRawPath() + query(exchange)))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String header : List.of("X-Api-Signature", "User-Agent", "Accept", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
