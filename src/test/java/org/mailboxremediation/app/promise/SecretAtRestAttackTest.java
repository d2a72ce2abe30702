package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.app.secret.Canary;
import org.mailboxremediation.app.secret.CanarySearch;
import org.mailboxremediation.app.secret.TableSearch;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.database.DatabaseKind;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks promise P5: looks for the new passwords of a whole case everywhere they could have been left. */
class SecretAtRestAttackTest extends PromiseTest {

    @Test
    void newPasswordsAreInNoTableFileOrLogLine(
            @Autowired DataSource database,
            @Autowired SealedCredentials credentials,
            @Value("${remediation.data-dir}") Path data) {
        try (CapturedLog log = new CapturedLog()) {
            String id = openCase();
            String first = unsealed(credentials, id);
            settle(id);
            reveal("admin", credential(id));
            submit("admin", id, "UserTask_HandOverPassword", Map.of("answer", "LOST"));
            await(() -> newestChange(id).path("cause").asText().equals("HANDOVER_LOST"), "a second change");
            await(() -> newestChange(id).path("verification").asText().equals("VERIFIED"), "its verification");
            String second = shown(id);
            finish(id);
            assertThat(imapTakes(mailboxOf(id), second)).isTrue();
            CanarySearch search = new CanarySearch(List.of(Canary.of("first", first), Canary.of("second", second)));
            assertThat(new TableSearch(database).find(search)).isEmpty();
            assertThat(search.files(data)).isEmpty();
            assertThat(search.in("log", log.content())).isEmpty();
            assertThat(log.content()).isNotEmpty();
        }
    }

    @Test
    void scanIsNotBlind(
            @Autowired DataSource database, @Autowired JdbcClient jdbc, @Value("${remediation.data-dir}") Path data) {
        String id = openCase();
        String planted = "Canary-" + UUID.randomUUID() + "ü/+";
        Canary canary = Canary.of("planted", planted);
        CanarySearch search = new CanarySearch(canary);
        TableSearch tables = new TableSearch(database);
        assertThat(tables.find(search)).isEmpty();
        canary.forms().forEach((form, bytes) -> {
            jdbc.sql("insert into evidence (id, incident_id, media_type, size, content, added_by, added_at)"
                            + " values (:form, :id, 'x', 1, :bytes, 'x', current_timestamp)")
                    .param("form", form)
                    .param("id", id)
                    .param("bytes", bytes)
                    .update();
            assertThat(tables.find(search)).as(form).contains("EVIDENCE.CONTENT: planted " + form);
            jdbc.sql("delete from evidence where id = :form")
                    .param("form", form)
                    .update();
        });
        jdbc.sql("update incident set note = :planted where id = :id")
                .param("planted", "before " + planted + " after")
                .param("id", id)
                .update();
        assertThat(tables.find(search))
                .contains("INCIDENT.NOTE: planted clear")
                .allMatch(found -> found.startsWith("INCIDENT.NOTE"));
        if (DatabaseKind.chosen() == DatabaseKind.H2) {
            assertThat(await(() -> search.files(data).isEmpty() ? null : "found", "the canary in the database's file"))
                    .isEqualTo("found");
        }
        jdbc.sql("update incident set note = null where id = :id")
                .param("id", id)
                .update();
        try (CapturedLog log = new CapturedLog()) {
            LoggerFactory.getLogger(SecretAtRestAttackTest.class).info("says {}", planted);
            assertThat(search.in("log", log.content())).isNotEmpty();
        }
    }

    @Test
    void noAnswerAndNoVariableHoldsThePasswordAfterItWasShown() {
        String id = openCase();
        settle(id);
        String password = shown(id);
        Map<String, String> looks = new HashMap<>();
        looks.put("incident", api("admin").get("/api/incidents/" + id).body());
        looks.put("events", api("admin").get("/api/incidents/" + id + "/events").body());
        for (String history : List.of("variable-instance", "detail", "user-operation", "task", "activity-instance")) {
            looks.put(
                    history,
                    person("auditor")
                            .engine("GET", "/history/" + history + "?deserializeValues=false", null)
                            .body());
        }
        CanarySearch search = new CanarySearch(Canary.of("password", password));
        looks.forEach((name, body) -> assertThat(search.in(name, body)).isEmpty());
        assertThat(reveal("admin", credential(id)).statusCode()).isEqualTo(410);
    }

    @Test
    void passwordThatAPersonTypesIntoATextIsNotTaken(@Autowired DataSource database) {
        try (CapturedLog log = new CapturedLog()) {
            String id = openCase();
            settle(id);
            String password = shown(id);
            var task = task("admin", id, "UserTask_HandOverPassword");
            String typed = "told by telephone: (" + password + ")";
            HttpResponse<String> answer =
                    person("admin").submit(task, Map.of("answer", "HANDED_OVER", "reason", typed));
            refused(answer);
            refused(person("admin")
                    .engine("POST", "/task/" + task.path("id").asText() + "/comment/create", Map.of("message", typed)));
            Map<String, Object> report = report(mailbox(), "BOUNCES");
            report.put("note", typed);
            refused(api("admin").post("/api/incidents", report));
            CanarySearch search = new CanarySearch(Canary.of("password", password));
            assertThat(search.in("answer", answer.body())).isEmpty();
            assertThat(new TableSearch(database).find(search)).isEmpty();
            assertThat(search.in("log", log.content())).isEmpty();
            finish(id);
        }
    }

    @Test
    void failureInTheDatabaseTellsNoPassword(
            @Autowired DataSource database, @Autowired JdbcClient jdbc, @Autowired SealedCredentials credentials) {
        try (CapturedLog log = new CapturedLog()) {
            String id = openCase();
            settle(id);
            var task = task("admin", id, "UserTask_HandOverPassword");
            person("admin").claim(task);
            String password = unsealed(credentials, id);
            List<HttpResponse<String>> answers = new ArrayList<>();
            jdbc.sql("alter table case_event rename to case_event_away").update();
            try {
                answers.add(reveal("admin", credential(id)));
                answers.add(person("admin").submit(task, Map.of("answer", "LOST")));
            } finally {
                jdbc.sql("alter table case_event_away rename to case_event").update();
            }
            CanarySearch search = new CanarySearch(Canary.of("password", password));
            for (HttpResponse<String> answer : answers) {
                assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
                assertThat(search.in("answer", answer.body())).isEmpty();
            }
            assertThat(new TableSearch(database).find(search)).isEmpty();
            assertThat(search.in("log", log.content())).isEmpty();
            assertThat(Tasklist.read(reveal("admin", credential(id)))
                            .path("password")
                            .asText())
                    .as("nothing was destroyed by the failed reveal")
                    .isEqualTo(password);
        }
    }

    private static String shown(String id) {
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        return await(
                () -> {
                    String password = Tasklist.read(reveal("admin", credential(id)))
                            .path("password")
                            .asText();
                    return password.isEmpty() ? null : password;
                },
                "the password");
    }

    private static String unsealed(SealedCredentials credentials, String id) {
        String change = newestChange(id).path("id").asText();
        return credentials.unseal(change).orElseThrow().reveal();
    }

    private static void finish(String id) {
        submit(
                "admin",
                id,
                "UserTask_HandOverPassword",
                Map.of("answer", "HANDED_OVER", "reason", "in person, at the desk"));
        submit("admin", id, "UserTask_ProvideMessage", Map.of("messageFound", "NO", "reason", "deleted long ago"));
    }
}
