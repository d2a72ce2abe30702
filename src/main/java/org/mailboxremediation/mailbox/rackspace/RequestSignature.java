package org.mailboxremediation.mailbox.rackspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * The value of {@code X-Api-Signature}: user key, time in UTC to the second, and Base64 of the SHA-1 over user key, user
 * agent, time and secret key. It covers neither path nor body, so it is as good as a password for a while: never logged.
 */
final class RequestSignature {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private RequestSignature() {}

    static String of(ApiUser user, String userAgent, Instant at) {
        String time = SECOND.format(at);
        String signed = user.userKey() + userAgent + time + user.secretKey();
        byte[] hash = sha1().digest(signed.getBytes(StandardCharsets.UTF_8));
        return user.userKey() + ":" + time + ":" + Base64.getEncoder().encodeToString(hash);
    }

    /** SHA-1 is the provider's choice; the key's secrecy rests on TLS, not on it. */
    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1");
        }
    }
}
