package org.mailboxremediation.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailboxremediation.casefile.CaseFileVerification;
import org.mailboxremediation.database.Unguarded;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.VerifyingKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks promise P10: history that was changed, and does not show it. The hashes are taken here a second time. */
class ProofAttackTest extends PromiseTest {

    private static final String ORIGIN = "0".repeat(64);

    @TempDir
    private Path directory;

    @Test
    void eventsOfAWholeCaseAreAChainThatAnybodyCanCheck() {
        Map<String, Object> report = report(mailbox(), "BOUNCES");
        report.put("owner", Map.of("name", "Zoë \"Ünal\" \\ 漢字 \uD83D\uDD12 <>&'", "contact", "telephone"));
        report.put("note", "tab\tline\nend \u2028");
        String id = opened(report);
        settle(id);
        assertChained(events(id), id);
    }

    @Test
    void eachEventTellsHowItsActorWasAuthenticated() {
        String id = openCase();
        settle(id);
        await(() -> !authenticated(id, "PasswordChangeVerified").isEmpty() ? true : null, "a verified lock-out");

        assertThat(authenticated(id, "IncidentReported")).containsExactly("HTTP_BASIC");
        assertThat(authenticated(id, "ScanRecorded")).containsExactly("HTTP_BASIC");
        assertThat(authenticated(id, "Attested")).contains("WEBAPP_SESSION").doesNotContain("HTTP_BASIC", "EARLIER");
        assertThat(authenticated(id, "PasswordSet")).containsExactly("WORKER");
        assertThat(authenticated(id, "LessonsAssigned")).isSubsetOf("MODEL");
    }

    @Test
    void peopleGetTheCaseAsPdfWithThePathTaken() throws IOException {
        String id = openCase();
        settle(id);

        HttpResponse<byte[]> file = api("auditor").download("/api/incidents/" + id + "/case-file?format=pdf");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Files.write(Path.of("target", "case-file.pdf"), file.body());
        try (PDDocument document = Loader.loadPDF(file.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(mailboxOf(id), "Path taken: Secure", "Path taken: Change password", "Hash of the last")
                    .contains("Lock-out verified", "mailbox-admins", "webapp session");
        }
        refused(api("auditor").get("/api/incidents/" + id + "/case-file?format=exe"));
    }

    @Test
    void refusalsAreKept() {
        String id = openCase();
        JsonNode task = task("admin", id, "UserTask_ListDevices");
        refused(person("admin").submit(task, Map.of("scanClean", true)));
        refused(person("admin").submit(task, Map.of("scanClean", true)));
        refused(reveal("admin", credential(id)));

        assertThat(eventTypes(id)).containsOnlyOnce("TaskInputRefused", "RevealFailed");
        assertThat(authenticated(id, "TaskInputRefused")).containsExactly("WEBAPP_SESSION");
    }

    private static List<String> authenticated(String id, String type) {
        return StreamSupport.stream(events(id).spliterator(), false)
                .filter(event -> event.path("type").asText().equals(type))
                .map(event -> event.path("authenticated").asText())
                .distinct()
                .toList();
    }

    @Test
    void changedMissingAddedAndMovedRowsAreDetected(@Autowired JdbcClient jdbc, @Autowired EventChain chain) {
        String id = openCase();
        await(() -> newestChange(id).path("verification").asText().equals("VERIFIED"), "a settled case");
        await(() -> restsIn(jdbc, "outbox_command where signalled_at is null and case_id", id), "its commands settled");
        await(() -> restsIn(jdbc, "notice where status = 'QUEUED' and incident_id", id), "its notices settled");
        assertThat(chain.check(id).intact()).isTrue();
        assertThat(caseFile(id).flaws()).isEmpty();
        for (String forgery : new String[] {
            "update case_event set actor = 'somebody' where sequence = 2 and case_id = :id",
            "update case_event set payload = '{}' where sequence = 1 and case_id = :id",
            "update case_event set at = '2020-01-01T00:00:00Z' where sequence = 1 and case_id = :id",
            "update case_event set type = 'Harmless' where sequence = 1 and case_id = :id",
            "delete from case_event where sequence = 2 and case_id = :id",
            "delete from case_event where case_id = :id and sequence ="
                    + " (select max(sequence) from case_event where case_id = :id)",
            "update chain_head set hash = '" + ORIGIN + "' where case_id = :id"
        }) {
            Unguarded.during(jdbc, () -> assertDetected(jdbc, chain, id, forgery));
        }
        assertThat(chain.check(id).intact()).isTrue();
    }

    @Test
    void engineOffersNoWayToChangeTheProof() {
        String id = openCase();
        int before = events(id).size();
        for (String user : new String[] {"admin", "lead", "auditor", "reporter"}) {
            for (String method : new String[] {"PUT", "POST", "DELETE", "PATCH"}) {
                refused(api(user)
                        .send(
                                method,
                                "/api/incidents/" + id + "/events",
                                "[]".getBytes(StandardCharsets.UTF_8),
                                "application/json"));
                refused(api(user)
                        .send(
                                method,
                                "/api/incidents/" + id,
                                "{}".getBytes(StandardCharsets.UTF_8),
                                "application/json"));
            }
            refused(person(user).engine("DELETE", "/history/process-instance/" + id, null));
        }
        assertThat(events(id).size()).isGreaterThanOrEqualTo(before);
        assertChained(events(id), id);
    }

    private static boolean restsIn(JdbcClient jdbc, String where, String id) {
        return jdbc.sql("select count(*) from " + where + " = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** What the jar's command says of the file that an auditor downloads. */
    private CaseFileVerification.Result caseFile(String id) {
        HttpResponse<byte[]> file = api("auditor").download("/api/incidents/" + id + "/case-file?format=zip");
        assertThat(file.statusCode()).isEqualTo(200);
        try {
            Path kept = Files.write(directory.resolve("case.zip"), file.body());
            return new CaseFileVerification(new VerifyingKeys(List.of()), List.of()).check(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertDetected(JdbcClient jdbc, EventChain chain, String id, String forgery) {
        jdbc.sql("create table kept as select * from case_event where case_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("create table kept_head as select * from chain_head where case_id = :id")
                .param("id", id)
                .update();
        try {
            assertThat(jdbc.sql(forgery).param("id", id).update()).as(forgery).isOne();
            assertThat(chain.check(id).intact()).as(forgery).isFalse();
            if (!forgery.startsWith("update chain_head")) {
                assertThat(caseFile(id).flaws()).as(forgery).isNotEmpty();
            }
        } finally {
            jdbc.sql("delete from case_event where case_id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("delete from chain_head where case_id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("insert into case_event select * from kept").update();
            jdbc.sql("insert into chain_head select * from kept_head").update();
            jdbc.sql("drop table kept").update();
            jdbc.sql("drop table kept_head").update();
        }
    }

    private static void assertChained(JsonNode events, String id) {
        String previous = ORIGIN;
        int sequence = 0;
        for (JsonNode event : events) {
            sequence++;
            assertThat(event.path("case").asText()).isEqualTo(id);
            assertThat(event.path("sequence").asInt()).isEqualTo(sequence);
            assertThat(event.path("previous").asText()).isEqualTo(previous);
            previous = event.path("hash").asText();
            assertThat(previous).as(event.toString()).isEqualTo(hash(event));
        }
        assertThat(sequence).isGreaterThan(3);
    }

    private static String hash(JsonNode event) {
        String payload = digest(
                "mailbox-remediation/case-event-payload/1",
                event.path("salt").asText(),
                canonical(event.path("payload")));
        assertThat(event.path("payloadDigest").asText()).isEqualTo(payload);
        return digest(
                "mailbox-remediation/case-event/2",
                event.path("case").asText(),
                event.path("sequence").asText(),
                event.path("at").asText(),
                event.path("actor").asText(),
                event.path("type").asText(),
                event.path("authenticated").asText(),
                payload,
                event.path("previous").asText());
    }

    private static String digest(String... fields) {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            hashed.writeBytes(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
            hashed.writeBytes(bytes);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(hashed.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sorted, without blanks, all but printable ASCII escaped; written here anew on purpose. */
    private static String canonical(JsonNode value) {
        if (value.isTextual()) {
            return quoted(value.asText());
        }
        if (value.isArray()) {
            StringBuilder list = new StringBuilder();
            value.forEach(item -> list.append(list.isEmpty() ? "" : ",").append(canonical(item)));
            return "[" + list + "]";
        }
        if (!value.isObject()) {
            return value.asText();
        }
        StringBuilder members = new StringBuilder();
        TreeSet<String> names = new TreeSet<>();
        value.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> members.append(members.isEmpty() ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(canonical(value.get(name))));
        return "{" + members + "}";
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(ProofAttackTest::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> unit < ' ' || unit > 0x7f ? "\\u%04x".formatted(unit) : Character.toString(unit);
        };
    }
}
