package org.mailboxremediation.device.clamd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailboxremediation.device.ScanProperties;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether the daemon answers, and how old its signatures are. Down only where one is configured and does not answer. */
@Component("clamdHealthIndicator")
final class ClamdHealth implements HealthIndicator {

    /** Uploads are taken as not scanned; nothing else suffers, so the product as a whole is up (ADR 0024). */
    static final Status DEGRADED = new Status("DEGRADED");

    private final Optional<Clamd> clamd;
    private final ScanProperties rules;
    private final Clock clock;

    ClamdHealth(ClamdProperties properties, ScanProperties rules, Clock clock) {
        this.clamd = properties.where().map(address -> new Clamd(address, properties));
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (clamd.isEmpty()) {
            return Health.unknown().withDetail("state", "not configured").build();
        }
        try {
            return up(clamd.get().version());
        } catch (ClamdUnavailable away) {
            return Health.status(DEGRADED).withDetail("state", away.sentence()).build();
        }
    }

    private Health up(ClamAvVersion version) {
        Health.Builder health = Health.up().withDetail("engine", version.engine());
        Instant made = version.signaturesDate();
        if (made == null) {
            return health.withDetail("state", "age of signatures unknown").build();
        }
        Duration age = Duration.between(made, clock.instant());
        boolean stale = age.compareTo(rules.signaturesMaxAge()) > 0;
        return health.withDetail("state", stale ? "signatures stale" : "signatures fresh")
                .withDetail("signatures", version.signatures())
                .withDetail("signaturesDate", made)
                .withDetail("signaturesAgeHours", age.toHours())
                .build();
    }
}
