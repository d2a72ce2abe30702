package org.mailboxremediation.mailbox.rackspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The requests of one call of the port. None is begun that could not end within the total time-out. */
final class Operation {

    private final ApiClient client;
    private final ObjectMapper json;
    private final Clock clock;
    private final Instant lastStart;

    Operation(ApiClient client, ObjectMapper json, Clock clock, Instant lastStart) {
        this.client = client;
        this.json = json;
        this.clock = clock;
        this.lastStart = lastStart;
    }

    JsonNode get(URI uri) {
        return send(ApiRequest.get(uri)).json(json);
    }

    void put(URI uri, Map<String, String> fields) {
        send(ApiRequest.put(uri, fields));
    }

    void post(URI uri) {
        send(ApiRequest.post(uri));
    }

    void delete(URI uri) {
        send(ApiRequest.delete(uri));
    }

    private ApiAnswer send(ApiRequest request) {
        if (clock.instant().isAfter(lastStart)) {
            throw ApiAnswer.unavailable("The provider is too slow.");
        }
        return client.send(request);
    }
}
