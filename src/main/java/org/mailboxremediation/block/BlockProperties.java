package org.mailboxremediation.block;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How blocks are kept ({@code remediation.block}).
 *
 * @param expiresAfter after which time a block in force is undone
 * @param reviewBefore how long before that a person is asked whether it is still wanted
 */
@ConfigurationProperties("remediation.block")
record BlockProperties(
        @DefaultValue("180d") Duration expiresAfter,
        @DefaultValue("30d") Duration reviewBefore) {

    BlockProperties {
        if (expiresAfter.isNegative() || expiresAfter.isZero()) {
            throw new IllegalArgumentException("remediation.block.expires-after must be positive");
        }
        if (reviewBefore.isNegative() || reviewBefore.compareTo(expiresAfter) >= 0) {
            throw new IllegalArgumentException("remediation.block.review-before must be shorter than expires-after");
        }
    }
}
