package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.evidence.Evidence;

/**
 * A piece of evidence, without its content.
 *
 * @param sha256 its hash, which is its id
 * @param mentions what the chain says of it: an event each, with its number, type and payload
 */
record EvidenceRecord(
        String sha256, String mediaType, long size, String addedBy, Instant addedAt, List<Mention> mentions) {

    EvidenceRecord {
        mentions = List.copyOf(mentions);
    }

    /** An event that names the piece. */
    record Mention(long sequence, String type, Map<String, Object> payload) {}

    static EvidenceRecord of(Evidence piece, List<CaseEvent> chain) {
        List<Mention> mentions = chain.stream()
                .filter(event -> event.payload().containsValue(piece.id()))
                .map(event -> new Mention(event.sequence(), event.type(), event.payload()))
                .toList();
        return new EvidenceRecord(
                piece.id(), piece.mediaType(), piece.size(), piece.addedBy(), piece.addedAt(), mentions);
    }
}
