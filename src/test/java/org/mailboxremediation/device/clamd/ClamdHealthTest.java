package org.mailboxremediation.device.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.device.ScanProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.SimpleHttpCodeStatusMapper;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.util.unit.DataSize;

class ClamdHealthTest {

    private static final String VERSION = "ClamAV 1.4.6/27927/Sun Mar  1 07:24:10 2026\0";

    @Test
    void isSilentWhereNoDaemonIsConfigured() {
        assertThat(health(null, "2026-03-02T00:00:00Z").getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void showsNumberAgeAndStateOfTheSignatures() throws IOException {
        try (FakeClamd daemon = FakeClamd.saying(VERSION)) {
            Health fresh = health(daemon.address(), "2026-03-02T07:24:10Z");
            assertThat(fresh.getStatus()).isEqualTo(Status.UP);
            assertThat(fresh.getDetails())
                    .containsEntry("state", "signatures fresh")
                    .containsEntry("signatures", "27927")
                    .containsEntry("signaturesAgeHours", 24L);
            Health stale = health(daemon.address(), "2026-03-08T07:24:11Z");
            assertThat(stale.getStatus()).isEqualTo(Status.UP);
            assertThat(stale.getDetails()).containsEntry("state", "signatures stale");
        }
        try (FakeClamd daemon = FakeClamd.saying("ClamAV 1.4.6\0")) {
            assertThat(health(daemon.address(), "2026-03-02T00:00:00Z").getDetails())
                    .containsEntry("state", "age of signatures unknown");
        }
    }

    @Test
    void isDegradedAndNotDownWhereTheDaemonIsAwayOrSilent() throws IOException {
        try (FakeClamd daemon = FakeClamd.silent()) {
            Health silent = health(daemon.address(), "2026-03-02T00:00:00Z");
            assertThat(silent.getStatus()).isEqualTo(ClamdHealth.DEGRADED);
            assertThat(silent.getDetails()).containsEntry("state", "clamd did not answer in time.");
        }
        assertThat(health("unix:/nonexistent/socket", "2026-03-02T00:00:00Z").getStatus())
                .isEqualTo(ClamdHealth.DEGRADED);
    }

    @Test
    void leavesTheProductUpAsAWhole() {
        Status whole = new SimpleStatusAggregator().getAggregateStatus(Status.UP, ClamdHealth.DEGRADED);
        assertThat(whole).isEqualTo(Status.UP);
        assertThat(new SimpleHttpCodeStatusMapper().getStatusCode(ClamdHealth.DEGRADED))
                .isEqualTo(200);
    }

    private static Health health(@Nullable String address, String now) {
        Duration time = Duration.ofMillis(300);
        return new ClamdHealth(
                        new ClamdProperties(address, time, time, time, DataSize.ofMegabytes(25)),
                        new ScanProperties(Duration.ofDays(7), null),
                        Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .health();
    }
}
