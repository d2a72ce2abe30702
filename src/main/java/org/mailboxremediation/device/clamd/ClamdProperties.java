package org.mailboxremediation.device.clamd;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How ClamAV's daemon is reached ({@code remediation.scan.clamd}). Each time is more than nothing, and is not begun anew
 * by a peer that drips.
 *
 * @param address {@code unix:PATH} or {@code tcp://HOST:PORT}; without it uploads are not looked at
 * @param connectTimeout for the connection; also for each step of asking for the version
 * @param writeTimeout for sending the whole file
 * @param readTimeout for the whole answer
 * @param maxStream the largest file that is sent; not above the daemon's own {@code StreamMaxLength}
 */
@ConfigurationProperties("remediation.scan.clamd")
public record ClamdProperties(
        @Nullable String address,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration writeTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("25MB") DataSize maxStream) {

    /** Checks the bounds: IllegalArgumentException if one does not hold. */
    public ClamdProperties {
        requireSome("connect-timeout", connectTimeout);
        requireSome("write-timeout", writeTimeout);
        requireSome("read-timeout", readTimeout);
        where(address);
    }

    /** Empty if none is configured. */
    Optional<ClamdAddress> where() {
        return where(address);
    }

    private static Optional<ClamdAddress> where(@Nullable String address) {
        return Optional.ofNullable(address).filter(text -> !text.isBlank()).map(ClamdAddress::parse);
    }

    private static void requireSome(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("remediation.scan.clamd." + name + " must be more than nothing");
        }
    }
}
