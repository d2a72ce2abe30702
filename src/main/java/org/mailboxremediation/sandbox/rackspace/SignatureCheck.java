package org.mailboxremediation.sandbox.rackspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.SandboxProperties.ApiUser;

/**
 * Checks {@code X-Api-Signature}: user key, time and the SHA-1 of user key, User-Agent, time and secret key, joined by
 * colons. The user key may hold slashes, the hash ends in equal signs, and neither holds a colon.
 */
@SandboxComponent
final class SignatureCheck {

    static final String REFUSAL = "Invalid API signature";
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{14}");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final SandboxProperties properties;
    private final Clock clock;

    SignatureCheck(SandboxProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The user key that signed.
     *
     * @throws Fault 403 if the header is absent, malformed, signed by nobody we know, or wrong
     */
    String user(@Nullable String header, @Nullable String userAgent) {
        String[] parts = header == null ? new String[0] : header.strip().split(":", 3);
        if (parts.length != 3 || !timely(parts[1])) {
            throw Fault.unauthorized(REFUSAL);
        }
        String agent = userAgent == null ? "" : userAgent;
        return properties.users().stream()
                .filter(user -> user.userKey().equals(parts[0]))
                .filter(user -> same(hash(user, agent, parts[1]), parts[2]))
                .map(ApiUser::userKey)
                .findFirst()
                .orElseThrow(() -> Fault.unauthorized(REFUSAL));
    }

    private boolean timely(String timestamp) {
        if (!TIMESTAMP.matcher(timestamp).matches()) {
            return false;
        }
        if (!properties.assume().strictTimestamp()) {
            return true;
        }
        try {
            LocalDateTime signed = LocalDateTime.parse(timestamp, FORMAT);
            Duration off = Duration.between(signed.toInstant(ZoneOffset.UTC), clock.instant());
            return off.abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(ApiUser user, String agent, String timestamp) {
        byte[] signed = (user.userKey() + agent + timestamp + user.secretKey()).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(signed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
