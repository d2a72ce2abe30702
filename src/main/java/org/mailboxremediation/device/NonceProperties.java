package org.mailboxremediation.device;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a device's nonce is good for ({@code remediation.scan.nonce}).
 *
 * @param validFor long enough for a scan of a whole device; more than nothing
 */
@ConfigurationProperties("remediation.scan.nonce")
public record NonceProperties(@DefaultValue("24h") Duration validFor) {

    public NonceProperties {
        if (validFor.isNegative() || validFor.isZero()) {
            throw new IllegalArgumentException("remediation.scan.nonce.valid-for must be more than nothing");
        }
    }
}
