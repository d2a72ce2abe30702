package org.mailboxremediation.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a case file holds. Its signature stands beside it, over its bytes as they are in the archive.
 *
 * @param format {@link #FORMAT}
 * @param caseId whose file it is
 * @param writtenAt when, in ISO 8601
 * @param writtenBy for whom: a user id
 * @param events how many events the chain has
 * @param head the last event's hash
 * @param key the signing key's id
 * @param members all other members, in the archive's order
 */
@JsonPropertyOrder({"format", "case", "writtenAt", "writtenBy", "events", "head", "key", "members"})
record Manifest(
        String format,
        @JsonProperty("case") String caseId,
        String writtenAt,
        String writtenBy,
        long events,
        String head,
        String key,
        List<CaseFileMember> members) {

    static final String FORMAT = "mailbox-remediation/case-file/1";

    static final String NAME = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String PUBLIC_KEY = "public-key.pem";
    static final String INCIDENT = "incident.json";
    static final String EVENTS = "events.jsonl";
    static final String CHECKPOINTS = "checkpoints.jsonl";
    static final String EVIDENCE = "evidence/";
    static final String MODELS = "models/";

    /** Somebody else may have written it: what is missing is refused. */
    Manifest {
        Stream.of(format, caseId, writtenAt, writtenBy, head, key).forEach(Objects::requireNonNull);
        members = List.copyOf(members);
    }
}
