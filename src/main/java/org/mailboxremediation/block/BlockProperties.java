package org.mailboxremediation.block;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How blocks are kept ({@code remediation.block}).
 *
 * @param expiresAfter after which time a block in force should be looked at again
 */
@ConfigurationProperties("remediation.block")
record BlockProperties(@DefaultValue("180d") Duration expiresAfter) {

    BlockProperties {
        if (expiresAfter.isNegative() || expiresAfter.isZero()) {
            throw new IllegalArgumentException("remediation.block.expires-after must be positive");
        }
    }
}
