package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attacks promise P3: a password from before a device's infection ended, or a lost one, that still counts. */
class VoidPasswordAttackTest extends PromiseTest {

    @Test
    void passwordFromBeforeTheCleanRescanIsNeverShown() {
        String id = openCase();
        String before = credential(id);
        submit("admin", id, "UserTask_ListDevices", Map.of("devices", List.of()));
        task("admin", id, "UserTask_AttestScan");
        scan("admin", id, device(id), claim("infected"));
        submit("admin", id, "UserTask_RemoveMalware", Map.of("action", "DELETED", "reason", "deleted it all"));
        task("admin", id, "UserTask_AttestScan");
        await(
                () -> scan("admin", id, device(id), claim("clean")).body().contains("\"CLEAN\""),
                "a rescan that began after the infected one");
        assertThat(incident(id)
                        .path("passwordChanges")
                        .path(0)
                        .path("voidSince")
                        .isNull())
                .isFalse();
        HttpResponse<String> old = reveal("admin", before);
        assertThat(old.statusCode()).as(old.body()).isIn(409, 410);
        submit("admin", id, "UserTask_ConfirmDeviceList", Map.of("answer", "COMPLETE"));
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        assertThat(newestChange(id).path("cause").asText()).isEqualTo("INFECTION");
        refused(reveal("admin", before));
        assertThat(reveal("admin", credential(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void lostPasswordIsReplacedAndNeitherCompletedNorShownAgain() {
        String id = openCase();
        settle(id);
        String first = credential(id);
        person("admin").claim(task("admin", id, "UserTask_HandOverPassword"));
        HttpResponse<String> early = person("admin")
                .submit(
                        task("admin", id, "UserTask_HandOverPassword"),
                        Map.of("answer", "HANDED_OVER", "reason", "in person"));
        assertThat(early.statusCode()).isEqualTo(400);
        submit("admin", id, "UserTask_HandOverPassword", Map.of("answer", "LOST"));
        await(() -> !credential(id).equals(first), "a new password");
        await(() -> newestChange(id).path("cause").asText().equals("HANDOVER_LOST"), "its cause");
        refused(reveal("admin", first));
    }
}
