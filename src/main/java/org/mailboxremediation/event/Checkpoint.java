package org.mailboxremediation.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Says, with a signature, that a chain had got that far at that time: whoever rewrites or cuts it later is found out by it.
 *
 * @param caseId whose chain
 * @param sequence of the event that was its last
 * @param hash of that event
 * @param at when it was signed
 * @param key the signing key's id
 * @param signature base64, over {@link #signedText}
 */
public record Checkpoint(String caseId, long sequence, String hash, Instant at, String key, String signature) {

    /** Holds that it names an event. */
    public Checkpoint {
        if (sequence < 1) {
            throw new IllegalArgumentException("a chain begins with event 1");
        }
    }

    static Checkpoint sign(String caseId, ChainHeads.Head head, Instant at, SigningKey key) {
        String id = key.verifyingKey().id();
        Checkpoint unsigned = new Checkpoint(caseId, head.sequence(), head.hash(), at, id, "");
        byte[] signature = key.sign(unsigned.signedText().getBytes(StandardCharsets.UTF_8));
        return new Checkpoint(
                caseId,
                head.sequence(),
                head.hash(),
                at,
                id,
                Base64.getEncoder().encodeToString(signature));
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException if it is no checkpoint
     */
    public static Checkpoint read(String line) {
        try {
            JsonLine members = JsonLine.read(line);
            return new Checkpoint(
                    members.text("case"),
                    members.number("sequence"),
                    members.text("hash"),
                    Instant.parse(members.text("at")),
                    members.text("key"),
                    members.text("signature"));
        } catch (RuntimeException foreign) {
            throw new IllegalArgumentException("no checkpoint");
        }
    }

    /** What is signed: JSON with the members at, case, hash, key and sequence, in this order and without blanks. */
    public String signedText() {
        return CanonicalJson.write(members());
    }

    /** One line of JSON: what is signed, and the signature. */
    public String line() {
        Map<String, Object> members = members();
        members.put("signature", signature);
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

    private Map<String, Object> members() {
        return new HashMap<>(
                Map.of("case", caseId, "sequence", sequence, "hash", hash, "at", at.toString(), "key", key));
    }
}
