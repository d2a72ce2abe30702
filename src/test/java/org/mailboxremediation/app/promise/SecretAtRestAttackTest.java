package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.app.Tasklist;
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
            for (String password : List.of(first, second)) {
                Canary canary = new Canary(password);
                assertThat(canary.columns(database)).isEmpty();
                assertThat(canary.files(data)).isEmpty();
                assertThat(log.lines()).noneMatch(canary::isIn);
            }
            assertThat(log.lines()).isNotEmpty();
        }
    }

    @Test
    void scanIsNotBlind(
            @Autowired DataSource database, @Autowired JdbcClient jdbc, @Value("${remediation.data-dir}") Path data) {
        String id = openCase();
        String planted = "Canary-" + UUID.randomUUID() + "ü/+";
        Canary canary = new Canary(planted);
        assertThat(canary.columns(database)).isEmpty();
        canary.forms().forEach((form, bytes) -> {
            jdbc.sql("insert into evidence (id, incident_id, media_type, size, content, added_by, added_at)"
                            + " values (:form, :id, 'x', 1, :bytes, 'x', current_timestamp)")
                    .param("form", form)
                    .param("id", id)
                    .param("bytes", bytes)
                    .update();
            assertThat(canary.columns(database)).as(form).containsExactly("EVIDENCE.CONTENT");
            jdbc.sql("delete from evidence where id = :form")
                    .param("form", form)
                    .update();
        });
        jdbc.sql("update incident set note = :planted where id = :id")
                .param("planted", "before " + planted + " after")
                .param("id", id)
                .update();
        assertThat(canary.columns(database)).containsExactly("INCIDENT.NOTE");
        if (DatabaseKind.chosen() == DatabaseKind.H2) {
            assertThat(await(() -> canary.files(data).isEmpty() ? null : "found", "the canary in the database's file"))
                    .isEqualTo("found");
        }
        jdbc.sql("update incident set note = null where id = :id")
                .param("id", id)
                .update();
        try (CapturedLog log = new CapturedLog()) {
            LoggerFactory.getLogger(SecretAtRestAttackTest.class).info("says {}", planted);
            assertThat(log.lines()).anyMatch(canary::isIn);
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
        Canary canary = new Canary(password);
        looks.forEach((name, body) -> assertThat(canary.isIn(body)).as(name).isFalse());
        assertThat(reveal("admin", credential(id)).statusCode()).isEqualTo(410);
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
