package org.mailboxremediation.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What an event's hash is taken over: each field's UTF-8 form behind its length, so that no two events read alike. */
final class ChainHash {

    /** The hash before the first event. */
    static final String ORIGIN = "0".repeat(64);

    private static final String DOMAIN = "mailbox-remediation/case-event/1";

    private ChainHash() {}

    static String of(CaseEvent event) {
        return of(
                event.caseId(),
                event.sequence(),
                event.at(),
                event.actor(),
                event.type(),
                event.payload(),
                event.previous());
    }

    static String of(
            String caseId,
            long sequence,
            Instant at,
            String actor,
            String type,
            Map<String, ?> payload,
            String previous) {
        MessageDigest digest = Sha256.digest();
        List.of(
                        DOMAIN,
                        caseId,
                        Long.toString(sequence),
                        at.toString(),
                        actor,
                        type,
                        CanonicalJson.write(payload),
                        previous)
                .forEach(field -> update(digest, field));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
