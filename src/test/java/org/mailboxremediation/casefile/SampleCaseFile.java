package org.mailboxremediation.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.Sha256;
import org.mailboxremediation.event.SigningKey;
import org.mailboxremediation.event.VerifyingKey;
import org.mailboxremediation.event.VerifyingKeys;

/** A case of eight events with two checkpoints and a piece of evidence, and what an attacker could make of its file. */
final class SampleCaseFile {

    static final SigningKey KEY = SigningKey.of("the signing key of this test, 32".getBytes(UTF_8));

    private static final byte[] EVIDENCE = "From: bob@example.com\r\n\r\nHello".getBytes(UTF_8);

    final List<CaseEvent> events;
    final List<Checkpoint> checkpoints;

    private SampleCaseFile(List<CaseEvent> events, List<Checkpoint> checkpoints) {
        this.events = events;
        this.checkpoints = checkpoints;
    }

    /** Eight events, the fifth and the last of which are signed. */
    static SampleCaseFile make() {
        try (CaseDatabase database = new CaseDatabase()) {
            EventChain chain = ChainFixture.chain(database);
            Checkpoints checkpoints = ChainFixture.checkpoints(database, KEY, "");
            for (int number = 1; number <= 8; number++) {
                Map<String, Object> payload = number == 3
                        ? Map.of("evidenceId", Sha256.hex(EVIDENCE), "mediaType", "message/rfc822", "size", 30)
                        : Map.of("number", number, "note", "Grüße \"1\" \u0001 €", "kinds", List.of("a", "b"));
                String type = number == 3 ? "EvidenceAdded" : "Tested";
                database.transaction.executeWithoutResult(status -> chain.append("case-1", "alice", type, payload));
                if (number % 5 == 0 || number == 8) {
                    checkpoints.sign("case-1");
                }
            }
            return new SampleCaseFile(chain.of("case-1"), checkpoints.of("case-1"));
        }
    }

    /** The same, purged by two people; its evidence is gone. */
    static SampleCaseFile purged(SigningKey by) {
        try (CaseDatabase database = new CaseDatabase()) {
            EventChain chain = ChainFixture.chain(database);
            for (int number = 1; number <= 3; number++) {
                Map<String, Object> payload = Map.of("evidenceId", Sha256.hex(EVIDENCE), "note", "Zoë");
                String type = number == 3 ? "EvidenceAdded" : "Tested";
                database.transaction.executeWithoutResult(status -> chain.append("case-1", "alice", type, payload));
            }
            database.transaction.executeWithoutResult(status -> {
                chain.append("case-1", "carol", "PurgeRequested", Map.of("reason", "its time"));
                ChainFixture.purges(database, by).purge("case-1", "carol", "dave", "its time", type -> false);
            });
            Checkpoints checkpoints = ChainFixture.checkpoints(database, KEY, "");
            checkpoints.sign("case-1");
            return new SampleCaseFile(chain.of("case-1"), checkpoints.of("case-1"));
        }
    }

    /** An archive without evidence. */
    static byte[] withoutEvidence(List<CaseEvent> events, List<Checkpoint> checkpoints) throws IOException {
        return archive(events, checkpoints, KEY, List.of(), List.of(KEY.verifyingKey()));
    }

    byte[] archive() throws IOException {
        return archive(events, checkpoints, KEY);
    }

    static byte[] archive(List<CaseEvent> events, List<Checkpoint> checkpoints, SigningKey key) throws IOException {
        return archive(events, checkpoints, key, List.of(Sha256.hex(EVIDENCE)), List.of(key.verifyingKey()));
    }

    static byte[] archive(
            List<CaseEvent> events,
            List<Checkpoint> checkpoints,
            SigningKey key,
            List<String> evidence,
            List<VerifyingKey> keys)
            throws IOException {
        CaseContent content = new CaseContent(
                "case-1",
                "{\"id\":\"case-1\"}",
                events,
                checkpoints,
                new TreeMap<>(Map.of("models/1/secure-mailbox.bpmn", "<definitions/>".getBytes(UTF_8))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CaseFileWriter(key, new VerifyingKeys(keys), new ObjectMapper(), Instant.parse("2026-11-24T03:00:00Z"))
                .write(content, evidence, id -> EVIDENCE, "auditor", out);
        return out.toByteArray();
    }

    /** The members of an archive, to be changed. */
    static Map<String, byte[]> members(byte[] archive) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), zip.readAllBytes());
            }
        }
        return members;
    }

    /** Packs members again. */
    static Path write(Path file, Map<String, byte[]> members) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
