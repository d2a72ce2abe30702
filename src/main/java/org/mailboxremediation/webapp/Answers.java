package org.mailboxremediation.webapp;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers of the Cockpit plugin: JSON that nobody on the way may keep, and problem documents (RFC 9457). */
public final class Answers {

    private static final MediaType PROBLEM = MediaType.valueOf("application/problem+json");

    private Answers() {}

    /** Answers 200 with what the call brings, or with the problem for which it was refused. */
    public static Response of(Supplier<?> call) {
        try {
            return kept(Response.ok(call.get(), MediaType.APPLICATION_JSON_TYPE));
        } catch (QueryRefused e) {
            return problem(e);
        }
    }

    /** A problem for a query that breaks rules. */
    public static Response problem(QueryRefused refused) {
        return problem(refused.status(), String.valueOf(refused.getMessage()), refused.fields());
    }

    /** A download: the browser saves it under that name, and shows it to nobody. */
    public static Response download(Object body, String type, String name) {
        return kept(Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff"));
    }

    static Response problem(int status, String sentence, List<QueryRefused.Field> fields) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", Response.Status.fromStatusCode(status).getReasonPhrase());
        document.put("status", status);
        document.put("detail", sentence);
        if (!fields.isEmpty()) {
            document.put("fields", fields);
        }
        return kept(Response.status(status).type(PROBLEM).entity(document));
    }

    private static Response kept(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
