package org.mailboxremediation.mailbox.rackspace;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;

/**
 * One request, encoded by ourselves: a form handed to the HTTP library as a map would appear in its debug log, password
 * included.
 *
 * @param form the encoded fields; empty for none
 */
record ApiRequest(HttpMethod method, URI uri, String form) {

    static ApiRequest get(URI uri) {
        return new ApiRequest(HttpMethod.GET, uri, "");
    }

    static ApiRequest put(URI uri, Map<String, String> fields) {
        return new ApiRequest(HttpMethod.PUT, uri, encode(fields));
    }

    static ApiRequest post(URI uri) {
        return new ApiRequest(HttpMethod.POST, uri, "");
    }

    static ApiRequest delete(URI uri) {
        return new ApiRequest(HttpMethod.DELETE, uri, "");
    }

    /** Whether the provider counts it as a write. */
    boolean isWrite() {
        return !method.equals(HttpMethod.GET);
    }

    /** As bytes, which the HTTP library's debug log does not print. */
    byte[] body() {
        return form.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "ApiRequest[" + method + "]";
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
