package org.mailboxremediation.device.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ClamdSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run/clamd.ctl",
                "unix:",
                "unix:relative",
                "tcp://127.0.0.1",
                "tcp:3310",
                "http://127.0.0.1:1",
                "::"
            })
    void namesThePropertyOfAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> settings(address, Duration.ofSeconds(1)))
                .hasMessageContaining("remediation.scan.clamd.address");
    }

    @Test
    void withoutAnAddressNothingIsConfigured() {
        assertThat(settings(null, Duration.ofSeconds(1)).where()).isEmpty();
        assertThat(settings(" ", Duration.ofSeconds(1)).where()).isEmpty();
        assertThat(settings("unix:/run/clamav/clamd.ctl", Duration.ofSeconds(1)).where())
                .isPresent();
    }

    @Test
    void everyTimeIsMoreThanNothing() {
        assertThatThrownBy(() -> settings(null, Duration.ZERO)).hasMessageContaining("read-timeout");
    }

    @Test
    void readsNumberAndDateOfTheSignatures() {
        ClamAvVersion version = ClamAvVersion.parse("ClamAV 1.4.6/27927/Sun Mar  1 07:24:10 2026")
                .orElseThrow();
        assertThat(version).isEqualTo(new ClamAvVersion("1.4.6", "27927", Instant.parse("2026-03-01T07:24:10Z")));
        assertThat(ClamAvVersion.parse("ClamAV 1.4.6").orElseThrow().signaturesDate())
                .isNull();
        assertThat(ClamAvVersion.parse("ClamAV 1.4.6/27927/Sun Foo 31 07:24:10 2026")
                        .orElseThrow()
                        .signaturesDate())
                .isNull();
        assertThat(ClamAvVersion.parse("UNKNOWN COMMAND")).isEmpty();
    }

    private static ClamdProperties settings(@Nullable String address, Duration read) {
        Duration second = Duration.ofSeconds(1);
        return new ClamdProperties(address, second, second, read, DataSize.ofMegabytes(25));
    }
}
