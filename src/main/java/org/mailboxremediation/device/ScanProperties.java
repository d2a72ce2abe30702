package org.mailboxremediation.device;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a scan is held to ({@code remediation.scan}).
 *
 * @param signaturesMaxAge how old signatures may be at the end of a scan; more than nothing
 * @param reportTimeZone the zone of times that a report gives without one; without it such a report proves nothing
 */
@ConfigurationProperties("remediation.scan")
public record ScanProperties(
        @DefaultValue("7d") Duration signaturesMaxAge,
        @Nullable ZoneId reportTimeZone) {

    public ScanProperties {
        if (signaturesMaxAge.isNegative() || signaturesMaxAge.isZero()) {
            throw new IllegalArgumentException("remediation.scan.signatures-max-age must be more than nothing");
        }
    }
}
