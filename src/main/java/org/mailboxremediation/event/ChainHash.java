package org.mailboxremediation.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * What an event's hash is taken over: each field's UTF-8 form behind its length, so that no two events read alike. The
 * second form covers the payload by a salted digest, so that the payload can go and the hash can still be checked.
 */
final class ChainHash {

    /** The hash before the first event. */
    static final String ORIGIN = "0".repeat(64);

    private static final String FIRST = "mailbox-remediation/case-event/1";
    private static final String SECOND = "mailbox-remediation/case-event/2";
    private static final String PAYLOAD = "mailbox-remediation/case-event-payload/1";

    private ChainHash() {}

    /** The hash of what the event says; of the first form without its payload there is none, and this is empty. */
    static String of(CaseEvent event) {
        EventForm form = event.form();
        if (form.isFirst()) {
            return form.purged() ? "" : over(FIRST, event, CanonicalJson.write(event.payload()));
        }
        return over(SECOND, event, String.valueOf(form.authenticated()), String.valueOf(form.payloadDigest()));
    }

    /** Whether the payload is what its digest says; true where there is none any more. */
    static boolean holdsPayload(CaseEvent event) {
        EventForm form = event.form();
        String salt = form.salt();
        return salt == null || payload(salt, event.payload()).equals(form.payloadDigest());
    }

    /** The digest of a payload. */
    static String payload(String salt, Map<String, ?> payload) {
        return digest(PAYLOAD, salt, CanonicalJson.write(payload));
    }

    private static String over(String domain, CaseEvent event, String... content) {
        String[] fields = new String[7 + content.length];
        fields[0] = domain;
        fields[1] = event.caseId();
        fields[2] = Long.toString(event.sequence());
        fields[3] = event.at().toString();
        fields[4] = event.actor();
        fields[5] = event.type();
        System.arraycopy(content, 0, fields, 6, content.length);
        fields[fields.length - 1] = event.previous();
        return digest(fields);
    }

    private static String digest(String... fields) {
        MessageDigest digest = Sha256.digest();
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
