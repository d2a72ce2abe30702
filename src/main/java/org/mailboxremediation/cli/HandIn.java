package org.mailboxremediation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Gives the report to the server. It follows no redirection: the login goes to the address that was given only. */
final class HandIn {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final URI address;
    private final String login;

    HandIn(ScanArguments arguments, String user, String password) {
        this.address = URI.create(arguments.server() + "/api/device-scans");
        this.login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the server said.
     *
     * @param status of HTTP
     * @param verdict CLEAN, INFECTED or INCOMPLETE; "" if it was refused
     * @param sentences of the server, printable
     */
    record Answer(int status, String verdict, List<String> sentences) {}

    Answer post(String nonce, byte[] report) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Authorization", "Basic " + login)
                .header("Device-Nonce", nonce)
                .header("Content-Type", "application/octet-stream")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(report))
                .build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        JsonNode body;
        try {
            body = new ObjectMapper().readTree(response.body());
        } catch (JsonProcessingException noJson) {
            return new Answer(response.statusCode(), "", List.of());
        }
        List<String> sentences = new ArrayList<>();
        body.path("reasons").forEach(reason -> sentences.add(printable(reason.asText())));
        body.path("findings").forEach(finding -> sentences.add(printable(finding.asText())));
        body.path("fields")
                .forEach(field -> sentences.add(printable(
                        field.path("field").asText() + " " + field.path("rule").asText())));
        if (body.path("detail").isTextual()) {
            sentences.add(printable(body.path("detail").asText()));
        }
        return new Answer(response.statusCode(), body.path("verdict").asText(""), sentences);
    }

    /** Nothing that the server says may steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    }
}
