package org.mailboxremediation.event;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the event that follows a chain's end. */
@Component
final class NextEvent {

    private static final int SALT_BYTES = 16;

    private final AuthenticationContext authentication;
    private final SecureRandom random;

    NextEvent(AuthenticationContext authentication, SecureRandom random) {
        this.authentication = authentication;
        this.random = random;
    }

    CaseEvent after(ChainHeads.Head head, NewEvent fact, Instant at) {
        String salt = salt();
        EventForm form = new EventForm(
                authentication.method(fact.actor()).name(), salt, ChainHash.payload(salt, fact.payload()), false);
        CaseEvent unhashed = event(head, fact, at, "", form);
        return event(head, fact, at, ChainHash.of(unhashed), form);
    }

    private static CaseEvent event(ChainHeads.Head head, NewEvent fact, Instant at, String hash, EventForm form) {
        return new CaseEvent(
                fact.caseId(),
                head.sequence() + 1,
                at,
                fact.actor(),
                fact.type(),
                Map.copyOf(fact.payload()),
                head.hash(),
                hash,
                form);
    }

    /** So that nobody finds out a purged payload by trying. */
    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
