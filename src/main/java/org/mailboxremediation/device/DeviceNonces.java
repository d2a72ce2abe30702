package org.mailboxremediation.device;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.Sha256;
import org.mailboxremediation.incident.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lets somebody hand in one report of one device, once (ADR 0013). Only the hash is kept. */
@Component
public final class DeviceNonces {

    private static final int RANDOM_BYTES = 16;

    private final JdbcClient jdbc;
    private final EventChain events;
    private final SecureRandom random;
    private final NonceProperties properties;
    private final Clock clock;

    DeviceNonces(JdbcClient jdbc, EventChain events, SecureRandom random, NonceProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.random = random;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a nonce in the caller's transaction, in the place of any of the device's that was not used; event
     * {@code DeviceNonceIssued}.
     *
     * @param actor the person who is shown it
     */
    public IssuedNonce issue(Device device, String actor) {
        events.lock(device.incidentId());
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String text =
                device.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = Times.now(clock);
        Instant expires = now.plus(properties.validFor());
        jdbc.sql("delete from device_nonce where device_id = :device and used_at is null")
                .param("device", device.id())
                .update();
        insert(text, device, actor, now, expires);
        Map<String, String> payload = Map.of("device", device.id(), "expiresAt", expires.toString());
        events.append(device.incidentId(), actor, "DeviceNonceIssued", payload);
        return new IssuedNonce(text, expires);
    }

    /** The device whose nonce this is; empty if it is none, used or out of date, which nobody is told apart. */
    public Optional<String> device(String nonce) {
        return jdbc.sql("select device_id from device_nonce where hash = :hash and used_at is null"
                        + " and expires_at > :now")
                .param("hash", Sha256.hex(nonce))
                .param("now", Times.sql(clock.instant()))
                .query(String.class)
                .optional();
    }

    /**
     * Uses it up in the caller's transaction; event {@code DeviceNonceUsed}.
     *
     * @return false if it no longer was good
     */
    public boolean use(String nonce, Device device, String actor) {
        events.lock(device.incidentId());
        int used = jdbc.sql("update device_nonce set used_at = :now where hash = :hash and device_id = :device"
                        + " and used_at is null and expires_at > :now")
                .param("now", Times.sql(clock.instant()))
                .param("hash", Sha256.hex(nonce))
                .param("device", device.id())
                .update();
        if (used == 1) {
            events.append(device.incidentId(), actor, "DeviceNonceUsed", Map.of("device", device.id()));
        }
        return used == 1;
    }

    private void insert(String text, Device device, String actor, Instant now, Instant expires) {
        jdbc.sql("insert into device_nonce (hash, device_id, incident_id, issued_by, issued_at, expires_at)"
                        + " values (:hash, :device, :incident, :actor, :now, :expires)")
                .param("hash", Sha256.hex(text))
                .param("device", device.id())
                .param("incident", device.incidentId())
                .param("actor", actor)
                .param("now", Times.sql(now))
                .param("expires", Times.sql(expires))
                .update();
    }
}
