package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.evidence.Evidence;

/**
 * A piece of evidence, without its content.
 *
 * @param sha256 its hash, which is its id
 * @param origin where it came from, if it is a message that was traced; null otherwise
 * @param mentions what the chain says of it: an event each, with its number, type and payload
 */
record EvidenceRecord(
        String sha256,
        String mediaType,
        long size,
        String addedBy,
        Instant addedAt,
        @Nullable Traced origin,
        List<Mention> mentions) {

    EvidenceRecord {
        mentions = List.copyOf(mentions);
    }

    /** An event that names the piece. */
    record Mention(long sequence, String type, Map<String, Object> payload) {}

    /** What a message shows of its origin, and what a person said of it; as in the HTTP API. */
    record Traced(
            @Nullable String returnPath,
            @Nullable String originatingIp,
            String boundary,
            @Nullable String wasSource,
            @Nullable String judgedBy) {

        static Traced of(Origin origin) {
            return new Traced(
                    ForeignText.cutOrNull(origin.report().returnPath()),
                    origin.report().originatingIp(),
                    origin.report().boundary().name(),
                    origin.wasSource(),
                    origin.judgedBy());
        }
    }

    static EvidenceRecord of(Evidence piece, List<Origin> origins, List<CaseEvent> chain) {
        List<Mention> mentions = chain.stream()
                .filter(event -> event.payload().containsValue(piece.id()))
                .map(event -> new Mention(event.sequence(), event.type(), event.payload()))
                .toList();
        return new EvidenceRecord(
                piece.id(),
                piece.mediaType(),
                piece.size(),
                piece.addedBy(),
                piece.addedAt(),
                traced(piece, origins),
                mentions);
    }

    /** The newest, if it was traced more than once. */
    private static @Nullable Traced traced(Evidence piece, List<Origin> origins) {
        return origins.stream()
                .filter(origin -> origin.evidenceId().equals(piece.id()))
                .reduce((earlier, later) -> later)
                .map(Traced::of)
                .orElse(null);
    }
}
