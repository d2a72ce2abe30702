package org.mailboxremediation.credential;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How new passwords are sealed.
 *
 * @param validFor how long one can be revealed after it was sealed
 * @param sealingKey base64 of 32 random bytes, from the environment; the sandbox makes its own
 * @param olderKeys the sealing keys before it, until what they sealed was sealed anew by a start with the new one
 * @param pin whether a reveal needs a PIN that a security lead gives out
 * @param pinValidFor how long such a PIN is good, at most ten minutes
 */
@ConfigurationProperties("remediation.credential")
record CredentialProperties(
        @DefaultValue("24h") Duration validFor,
        @Nullable String sealingKey,
        @DefaultValue List<String> olderKeys,
        @DefaultValue("false") boolean pin,
        @DefaultValue("10m") Duration pinValidFor) {

    /** NIST SP 800-63B-4 §4.2.1.2: what a recovery code by telephone may last. */
    private static final Duration LONGEST_PIN = Duration.ofMinutes(10);

    CredentialProperties {
        if (validFor.isNegative() || validFor.isZero()) {
            throw new IllegalArgumentException("remediation.credential.valid-for must be positive");
        }
        if (pinValidFor.isNegative() || pinValidFor.isZero() || pinValidFor.compareTo(LONGEST_PIN) > 0) {
            throw new IllegalArgumentException("remediation.credential.pin-valid-for must be at most 10 minutes");
        }
        olderKeys = List.copyOf(olderKeys);
    }

    @Override
    public String toString() {
        return "CredentialProperties[validFor=" + validFor + ", pin=" + pin + "]";
    }
}
