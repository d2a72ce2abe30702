package org.mailboxremediation.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says, with a signature, which payloads of a case were purged and who decided it (ADR 20): the payload of an event
 * {@link #EVENT}. Whoever takes a payload away without it is found out.
 *
 * @param caseId whose
 * @param requestedBy the person who asked for it
 * @param confirmedBy the second person, who did it
 * @param reason why, as the first person gave it
 * @param sequences the events without their payload from here on: {@code "4"} or {@code "1-3"} each, in order
 * @param digest SHA-256 over those events' lines as they are left, each with a line feed
 * @param key the signing key's id
 * @param signature base64, over {@link #signedText}
 */
public record Purge(
        String caseId,
        String requestedBy,
        String confirmedBy,
        String reason,
        List<String> sequences,
        String digest,
        String key,
        String signature) {

    /** The event that tells of a purge; its actor is the second person. */
    public static final String EVENT = "PersonalDataPurged";

    /** The event that tells who asked for it. */
    public static final String REQUESTED = "PurgeRequested";

    /** Copies. */
    public Purge {
        sequences = List.copyOf(sequences);
    }

    static Purge sign(String requestedBy, String confirmedBy, String reason, List<CaseEvent> purged, SigningKey key) {
        String caseId = purged.get(0).caseId();
        Purge unsigned = new Purge(
                caseId,
                requestedBy,
                confirmedBy,
                reason,
                ranges(purged.stream().map(CaseEvent::sequence).toList()),
                digest(purged),
                key.verifyingKey().id(),
                "");
        byte[] signature = key.sign(unsigned.signedText().getBytes(StandardCharsets.UTF_8));
        return unsigned.signed(Base64.getEncoder().encodeToString(signature));
    }

    /**
     * Reads it from its event.
     *
     * @throws IllegalArgumentException if the event tells of none
     */
    public static Purge of(CaseEvent event) {
        JsonLine members = new JsonLine(event.payload());
        try {
            return new Purge(
                    event.caseId(),
                    members.text("requestedBy"),
                    event.actor(),
                    members.text("reason"),
                    members.texts("sequences"),
                    members.text("digest"),
                    members.text("key"),
                    members.text("signature"));
        } catch (RuntimeException foreign) {
            throw new IllegalArgumentException("no purge");
        }
    }

    /** What is signed: JSON with the members case, confirmedBy, digest, key, reason, requestedBy and sequences. */
    public String signedText() {
        Map<String, Object> members = payload();
        members.remove("signature");
        members.put("case", caseId);
        members.put("confirmedBy", confirmedBy);
        return CanonicalJson.write(members);
    }

    /** Whether that key signed it. */
    public boolean isSignedBy(VerifyingKey by) {
        try {
            return by.verifies(
                    signedText().getBytes(StandardCharsets.UTF_8),
                    Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** How many payloads it names. */
    public int count() {
        return sequences.stream().mapToInt(Purge::width).sum();
    }

    /** What its event says. */
    SortedMap<String, Object> payload() {
        return new TreeMap<>(Map.of(
                "requestedBy", requestedBy,
                "reason", reason,
                "sequences", sequences,
                "digest", digest,
                "key", key,
                "signature", signature));
    }

    /**
     * The numbers of the events, none of them above the limit.
     *
     * @throws IllegalArgumentException if they are not in order, or too many
     */
    List<Long> numbers(long limit) {
        List<Long> numbers = new ArrayList<>();
        for (String range : sequences) {
            int dash = range.indexOf('-');
            long from = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
            long to = Long.parseLong(range.substring(dash + 1));
            boolean ordered = from <= to && to <= limit && from > (numbers.isEmpty() ? 0 : last(numbers));
            if (!ordered) {
                throw new IllegalArgumentException("no numbers of events");
            }
            for (long number = from; number <= to; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Over what is left of the events. */
    static String digest(List<CaseEvent> events) {
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event.line()).append('\n'));
        return Sha256.hex(lines.toString());
    }

    private Purge signed(String by) {
        return new Purge(caseId, requestedBy, confirmedBy, reason, sequences, digest, key, by);
    }

    private static int width(String range) {
        int dash = range.indexOf('-');
        long from = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
        return Math.toIntExact(Long.parseLong(range.substring(dash + 1)) - from + 1);
    }

    private static long last(List<Long> numbers) {
        return numbers.get(numbers.size() - 1);
    }

    private static List<String> ranges(List<Long> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0, to; from < numbers.size(); from = to + 1) {
            to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            ranges.add(from == to ? "" + numbers.get(from) : numbers.get(from) + "-" + numbers.get(to));
        }
        return ranges;
    }
}
