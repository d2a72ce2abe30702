package org.mailboxremediation.credential;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How new passwords are sealed.
 *
 * @param validFor how long one can be revealed after it was sealed
 * @param sealingKey base64 of 32 random bytes, from the environment; the sandbox makes its own
 */
@ConfigurationProperties("remediation.credential")
record CredentialProperties(
        @DefaultValue("24h") Duration validFor, @Nullable String sealingKey) {

    CredentialProperties {
        if (validFor.isNegative() || validFor.isZero()) {
            throw new IllegalArgumentException("remediation.credential.valid-for must be positive");
        }
    }

    @Override
    public String toString() {
        return "CredentialProperties[validFor=" + validFor + "]";
    }
}
