package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailboxremediation.app.Tasklist;

/** Attacks promise P7: a forged message, or a person, that makes us block ourselves. */
class FriendlyFireAttackTest extends PromiseTest {

    @ParameterizedTest
    @CsvSource({
        "carol@example.com, 203.0.113.9, carol@example.com",
        "someone@mail.example.com, 203.0.113.10, someone@mail.example.com",
        "it-desk@example.net, 203.0.113.11, it-desk@example.net",
        "x@evil.example, 10.1.2.3, 10.1.2.3",
        "x@evil.example, 127.0.0.1, 127.0.0.1",
        "x@evil.example, 192.168.7.7, 192.168.7.7",
        "x@evil.example, 172.16.0.9, 172.16.0.9",
        "x@evil.example, 169.254.1.1, 169.254.1.1"
    })
    void ownPeopleAndPrivateNetworksAreNeverOffered(String returnPath, String ip, String ours) {
        String id = openCase();
        HttpResponse<String> origin = upload(id, message(returnPath, ip));
        assertThat(origin.statusCode()).as(origin.body()).isEqualTo(201);
        assertThat(entries(origin, "proposals")).doesNotContain(ours);
        submit("admin", id, "UserTask_JudgeSource", Map.of("wasSource", "yes"));
        JsonNode confirm = task("admin", id, "UserTask_ConfirmBlock");
        assertThat(person("admin").shown(confirm, "blockChoices")).doesNotContain(ours);
        List<String> refused = ids(incident(id).path("blocks"), "REFUSED");
        assertThat(refused.size() + entries(origin, "proposals").size()).isPositive();
        for (String block : refused) {
            refused(person("admin").submit(confirm, Map.of("entries", List.of(block), "reason", "block it anyway")));
        }
        assertThat(ids(incident(id).path("blocks"), "IN_FORCE")).isEmpty();
    }

    @Test
    void unvouchedReturnPathNeedsAReasonAndEveryBlockCanBeUndone() {
        String id = openCase();
        upload(id, message("x@evil.example", "203.0.113.77"));
        submit("admin", id, "UserTask_JudgeSource", Map.of("wasSource", "yes"));
        JsonNode confirm = task("admin", id, "UserTask_ConfirmBlock");
        List<String> proposed = ids(incident(id).path("blocks"), "PROPOSED");
        HttpResponse<String> without = person("admin").submit(confirm, Map.of("entries", proposed));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("must say why");
        submit("admin", id, "UserTask_ConfirmBlock", Map.of("entries", proposed, "reason", "seen in the headers"));
        await(() -> ids(incident(id).path("blocks"), "IN_FORCE").size() == proposed.size(), "the blocks in force");
        for (String block : proposed) {
            refused(api("admin").send("DELETE", "/api/blocks/" + block, null, null));
            assertThat(api("admin")
                            .send("DELETE", "/api/blocks/" + block + "?reason=not%20them", null, null)
                            .statusCode())
                    .isEqualTo(202);
        }
        await(() -> ids(incident(id).path("blocks"), "UNDONE").size() == proposed.size(), "the blocks undone");
    }

    @Test
    void blocksOfAnotherCaseAreNotConfirmedHere() {
        String other = openCase();
        upload(other, message("y@evil.example", "203.0.113.78"));
        assertThat(incident(other).path("blocks")).isEmpty();
        submit("admin", other, "UserTask_JudgeSource", Map.of("wasSource", "yes"));
        List<String> foreign = ids(incident(other).path("blocks"), "PROPOSED");
        String id = openCase();
        upload(id, message("z@evil.example", "203.0.113.79"));
        submit("admin", id, "UserTask_JudgeSource", Map.of("wasSource", "yes"));
        JsonNode confirm = task("admin", id, "UserTask_ConfirmBlock");
        refused(person("admin").submit(confirm, Map.of("entries", foreign, "reason", "block them all")));
        assertThat(ids(incident(other).path("blocks"), "PROPOSED")).hasSameSizeAs(foreign);
    }

    private static HttpResponse<String> upload(String id, byte[] message) {
        task("admin", id, "UserTask_ProvideMessage");
        return api("admin").upload("/api/incidents/" + id + "/malicious-message", "message", message);
    }

    private static byte[] message(String returnPath, String ip) {
        return ("Return-Path: <" + returnPath + ">\r\n"
                        + "Received: from mail.evil.example (mail.evil.example [" + ip + "]) by mx.example.com;"
                        + " Mon, 2 Mar 2026 08:00:00 +0000\r\n"
                        + "From: " + returnPath + "\r\nSubject: Invoice\r\n\r\nClick here.\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> entries(HttpResponse<String> origin, String list) {
        List<String> entries = new ArrayList<>();
        Tasklist.read(origin)
                .path(list)
                .forEach(b -> entries.add(b.path("entry").asText()));
        return entries;
    }

    private static List<String> ids(JsonNode blocks, String state) {
        return StreamSupport.stream(blocks.spliterator(), false)
                .filter(block -> block.path("state").asText().equals(state))
                .map(block -> block.path("id").asText())
                .toList();
    }
}
