package org.mailboxremediation.app.secret;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.Tasklist;

/** Everything that people and programs can read of a case: the body of each answer by its address. */
final class Looks {

    private static final List<String> PAGES = List.of(
            "/api/incidents",
            "/api/blocks",
            "/v3/api-docs",
            "/swagger-ui/index.html",
            "/actuator/health",
            "/actuator/info",
            "/actuator/env",
            "/actuator/configprops",
            "/actuator/loggers",
            "/actuator/httpexchanges",
            "/error",
            "/");

    private static final List<String> HISTORY = List.of(
            "variable-instance?deserializeValues=false",
            "detail?deserializeValues=false",
            "user-operation",
            "task",
            "activity-instance",
            "process-instance",
            "incident",
            "job-log",
            "decision-instance?includeInputs=true&includeOutputs=true");

    private final Map<String, String> bodies = new TreeMap<>();

    Looks pages(Api api, List<String> more) {
        PAGES.forEach(path -> put(path, api.get(path)));
        more.forEach(path -> put(path, api.get(path)));
        return this;
    }

    /** What the engine's own API shows this person. */
    Looks engine(Tasklist person) {
        HISTORY.forEach(path -> put("/history/" + path, person.engine("GET", "/history/" + path, null)));
        for (String path : List.of("/job", "/incident", "/execution", "/variable-instance", "/external-task")) {
            put(path, person.engine("GET", path, null));
        }
        Tasklist.read(person.engine("GET", "/task", null)).forEach(task -> {
            String at = "/task/" + task.path("id").asText();
            for (String part : List.of("/variables", "/form", "/deployed-form", "/form-variables", "/comment")) {
                put(at + part, person.engine("GET", at + part, null));
            }
        });
        Tasklist.read(person.engine("GET", "/history/job-log?failureLog=true", null))
                .forEach(log -> {
                    String at = "/history/job-log/" + log.path("id").asText() + "/stacktrace";
                    put(at, person.engine("GET", at, null));
                });
        return this;
    }

    Map<String, String> bodies() {
        return bodies;
    }

    private void put(String path, HttpResponse<String> answer) {
        bodies.put(path, answer.headers().map() + "\n" + answer.body());
    }
}
