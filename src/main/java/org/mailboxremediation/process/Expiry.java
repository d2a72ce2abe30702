package org.mailboxremediation.process;

import org.mailboxremediation.credential.SealedCredentials;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Destroys sealed passwords whose time is up: an expired hand-over makes a new change due (promise P3). */
@Component
final class Expiry {

    private final SealedCredentials credentials;

    Expiry(SealedCredentials credentials) {
        this.credentials = credentials;
    }

    @Scheduled(fixedDelayString = "${remediation.process.expire-every:60s}", initialDelayString = "30s")
    void destroyExpired() {
        credentials.destroyExpired();
    }
}
