package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.SigningKey;
import org.mailboxremediation.event.VerifyingKeys;

/** Puts a case file together: the members, then the manifest that lists them, then its signature. */
final class CaseFileWriter {

    private final SigningKey key;
    private final VerifyingKeys keys;
    private final ObjectMapper json;
    private final Instant now;

    CaseFileWriter(SigningKey key, VerifyingKeys keys, ObjectMapper json, Instant now) {
        this.key = key;
        this.keys = keys;
        this.json = json;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void write(
            CaseContent content,
            List<String> evidence,
            Function<String, byte[]> evidenceById,
            String writtenFor,
            OutputStream out)
            throws IOException {
        try (CaseArchive archive = new CaseArchive(out)) {
            archive.add(Manifest.INCIDENT, content.incident().getBytes(StandardCharsets.UTF_8));
            archive.addLines(
                    Manifest.EVENTS,
                    content.events().stream().map(CaseEvent::line).toList());
            archive.addLines(
                    Manifest.CHECKPOINTS,
                    content.checkpoints().stream().map(Checkpoint::line).toList());
            for (Map.Entry<String, byte[]> model : content.models().entrySet()) {
                archive.add(model.getKey(), model.getValue());
            }
            for (String id : evidence) {
                archive.add(Manifest.EVIDENCE + id, evidenceById.apply(id));
            }
            archive.add(Manifest.PUBLIC_KEY, keys.pem().getBytes(StandardCharsets.US_ASCII));
            seal(archive, manifest(content, writtenFor, archive.members()));
        }
    }

    private Manifest manifest(CaseContent content, String writtenFor, List<CaseFileMember> members) {
        List<CaseEvent> events = content.events();
        return new Manifest(
                Manifest.FORMAT,
                content.caseId(),
                now.toString(),
                writtenFor,
                events.size(),
                events.isEmpty() ? "" : events.get(events.size() - 1).hash(),
                key.verifyingKey().id(),
                members);
    }

    private void seal(CaseArchive archive, Manifest manifest) throws IOException {
        byte[] text = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        archive.write(Manifest.NAME, text);
        String signature = Base64.getEncoder().encodeToString(key.sign(text));
        archive.write(Manifest.SIGNATURE, (signature + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
