package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailboxremediation.app.Api;
import org.mailboxremediation.app.AppTest;
import org.mailboxremediation.app.Tasklist;

/** Who may ask the Cockpit plugin, and what they are told: Cockpit itself looks only whether somebody is logged in. */
class CaseHistoryAccessTest extends AppTest {

    private static final String PLUGIN = "/camunda/api/cockpit/plugin/case-history/";

    /** A person, the application they log in to, what they ask, and the status of the answer. */
    static Stream<Arguments> asked() {
        return Stream.of(
                        "GET default/cases",
                        "GET default/cases/csv",
                        "GET default/dashboard",
                        "GET default/cases?page=x",
                        "GET default/dashboard?period=x",
                        "GET default/nothing/at/all",
                        "POST default/cases",
                        "DELETE default/cases",
                        "PUT default/dashboard")
                .flatMap(call -> Stream.of(
                        Arguments.of("reporter", "tasklist", call, 403),
                        Arguments.of("auditor", "cockpit", call, allowed(call)),
                        Arguments.of("lead", "cockpit", call, allowed(call)),
                        Arguments.of("admin", "cockpit", call, allowed(call))));
    }

    private static int allowed(String call) {
        if (!call.startsWith("GET")) {
            return 405;
        }
        return call.endsWith("=x") ? 400 : call.contains("nothing") ? 404 : 200;
    }

    @ParameterizedTest
    @MethodSource("asked")
    void onlyReadersOfCasesAreAnswered(String person, String application, String call, int status) {
        String[] parts = call.split(" ", 2);
        HttpResponse<String> answer = Tasklist.login(url(""), person, application)
                .send(parts[0], PLUGIN + parts[1], parts[0].equals("GET") ? null : "{}", "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(Tasklist.read(answer).path("detail").asText()).isEqualTo("Your groups do not allow this.");
        }
    }

    @Test
    void strangersAreAskedToLogIn() {
        assertThat(new Stranger(url(""))
                        .send("GET", PLUGIN + "default/cases", null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Stranger(url(""))
                        .send("GET", PLUGIN + "static/app/history.js", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(new Stranger(url(""))
                        .send("GET", PLUGIN + "static/app/../../../application.yml", null)
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aCaseIsFoundByPagesAndAsAFile() {
        String mailbox = mailbox();
        new Api(url(""), "admin").post("/api/incidents", Map.of("mailbox", mailbox, "symptoms", List.of("BOUNCES")));
        Tasklist auditor = Tasklist.login(url(""), "auditor", "cockpit");

        JsonNode found = await(() -> lockedOut(auditor, mailbox), "the lock-out");
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").path(0).path("mailbox").asText()).isEqualTo(mailbox);
        assertThat(found.path("total").asInt()).isEqualTo(1);

        HttpResponse<String> file = auditor.send("GET", PLUGIN + "default/cases/csv?mailbox=" + mailbox, null, null);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.body().lines()).hasSize(2);
        JsonNode second = Tasklist.read(auditor.send("GET", PLUGIN + "default/cases?size=1&page=199", null, null));
        assertThat(second.path("items")).isEmpty();
    }

    @Test
    void aBrokenQueryIsAProblemThatNamesEachField() {
        HttpResponse<String> answer = Tasklist.login(url(""), "auditor", "cockpit")
                .send("GET", PLUGIN + "default/cases?sort=mailbox;drop&size=0&by=x", null, null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Tasklist.read(answer).path("fields").findValuesAsText("field"))
                .containsExactlyInAnyOrder("sort", "size", "query");
    }

    private static JsonNode lockedOut(Tasklist auditor, String mailbox) {
        JsonNode found = Tasklist.read(auditor.send("GET", PLUGIN + "default/cases?mailbox=" + mailbox, null, null));
        return found.path("items").path(0).hasNonNull("timeToLockOut") ? found : null;
    }
}
