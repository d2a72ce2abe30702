package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Checkpoints;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.PublicKeys;
import org.mailboxremediation.event.SigningKey;
import org.mailboxremediation.evidence.Evidence;
import org.mailboxremediation.evidence.EvidenceStore;
import org.springframework.stereotype.Component;

/**
 * Writes case files (promise P10): everything about a case, in an archive that can be checked without this product. The
 * README's "Case file" describes it.
 */
@Component
public final class CaseFiles {

    private final EventChain chain;
    private final Checkpoints checkpoints;
    private final EvidenceStore evidence;
    private final CaseModels models;
    private final CasePath path;
    private final Authority authority;
    private final SigningKey key;
    private final PublicKeys keys;
    private final ObjectMapper json;
    private final Clock clock;

    CaseFiles(
            EventChain chain,
            Checkpoints checkpoints,
            EvidenceStore evidence,
            CaseModels models,
            CasePath path,
            Authority authority,
            SigningKey key,
            PublicKeys keys,
            ObjectMapper json,
            Clock clock) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.evidence = evidence;
        this.models = models;
        this.path = path;
        this.authority = authority;
        this.key = key;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes the archive. The chain's end is signed first, so that the file proves how far it had got.
     *
     * @param incident the case as programs read it, in JSON
     * @param writtenFor the user
     * @param out is left open
     * @throws IOException if it cannot be written to
     */
    public void write(String incidentId, String incident, String writtenFor, OutputStream out) throws IOException {
        checkpoints.sign(incidentId);
        // Before the events: what grows meanwhile is then in the chain for certain.
        List<Checkpoint> signed = checkpoints.of(incidentId);
        CaseFileWriter writer = new CaseFileWriter(key, keys.all(), json, clock.instant());
        writer.write(
                new CaseContent(incidentId, incident, chain.of(incidentId), signed, models.of(incidentId)),
                evidence.of(incidentId).stream().map(Evidence::id).toList(),
                id -> content(incidentId, id),
                writtenFor,
                out);
    }

    /**
     * Writes the case without the contents of its evidence, for programs.
     *
     * @param incident the case as programs read it, in JSON
     * @param out is left open
     * @throws IOException if it cannot be written to
     */
    public void writeJson(String incidentId, String incident, OutputStream out) throws IOException {
        checkpoints.sign(incidentId);
        ObjectNode file = json.createObjectNode();
        file.set("incident", json.readTree(incident));
        ArrayNode signed = file.putArray("checkpoints");
        for (Checkpoint checkpoint : checkpoints.of(incidentId)) {
            signed.add(json.readTree(checkpoint.line()));
        }
        ArrayNode events = file.putArray("events");
        for (CaseEvent event : chain.of(incidentId)) {
            events.add(json.readTree(event.line()));
        }
        file.set("evidence", json.valueToTree(evidence.of(incidentId)));
        out.write(json.writeValueAsBytes(file));
    }

    /**
     * Writes the case for people, as PDF.
     *
     * @param incident the case as programs read it, in JSON
     * @param writtenFor the user
     * @param out is left open
     * @throws IOException if it cannot be written to
     */
    public void writePdf(String incidentId, String incident, String writtenFor, OutputStream out) throws IOException {
        checkpoints.sign(incidentId);
        List<Checkpoint> signed = checkpoints.of(incidentId);
        List<CaseEvent> events = chain.of(incidentId);
        CaseReport.Frame frame = new CaseReport.Frame(
                clock.instant(),
                writtenFor,
                key.verifyingKey().id(),
                authority.of(events),
                path.of(incidentId),
                signed);
        new CaseReport(json.readTree(incident), events).write(frame, out);
    }

    private byte[] content(String incidentId, String id) {
        return evidence.content(incidentId, id)
                .orElseThrow(() -> new IllegalStateException("evidence that was listed is gone"));
    }
}
