package org.mailboxremediation.credential;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;

/**
 * The PIN on a second channel, where {@code remediation.credential.pin} asks for one (ADR 0009): shown once to a security
 * lead, who reads it out by telephone. Methods run in the caller's transaction, which holds the case's lock.
 */
@Component
public final class RevealPins {

    /** How many wrong ones a password stands. */
    static final int TRIES = 5;

    private static final int BOUND = 100_000_000;

    private final PinRows rows;
    private final SealedCredentials credentials;
    private final Seal seal;
    private final EventChain events;
    private final SecureRandom random;
    private final CredentialProperties properties;
    private final Clock clock;

    RevealPins(
            PinRows rows,
            SealedCredentials credentials,
            Seal seal,
            EventChain events,
            SecureRandom random,
            CredentialProperties properties,
            Clock clock) {
        this.rows = rows;
        this.credentials = credentials;
        this.seal = seal;
        this.events = events;
        this.random = random;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a reveal needs a PIN. */
    public boolean required() {
        return properties.pin();
    }

    /**
     * Makes a PIN, in the place of any before it; event {@code PinIssued}.
     *
     * @param actor the person who is shown it
     * @throws CredentialGone if there is no password to reveal
     */
    public RevealPin issue(String credentialId, String actor) {
        SealedCredential credential = credentials.hold(credentialId);
        Secret pin = Secret.of("%08d".formatted(random.nextInt(BOUND)));
        Instant now = Times.now(clock);
        Instant expires = now.plus(properties.pinValidFor());
        int failures = rows.find(credentialId).map(PinRows.Row::failures).orElse(0);
        Sealed hash = seal.close(PinHash.of(pin, random), belongsTo(credentialId));
        rows.put(credentialId, new PinRows.Row(actor, expires, failures, hash), now);
        events.append(
                credential.incidentId(),
                actor,
                "PinIssued",
                Map.of("credential", credentialId, "expiresAt", expires.toString()));
        return new RevealPin(pin, expires);
    }

    /**
     * Checks the PIN that a person gives. A wrong one is counted (event {@code PinWrong}); the fifth destroys the
     * password as lost. What is refused is answered and not thrown, because the count must be committed.
     *
     * @return empty if the password may be shown; the PIN is gone then
     */
    public Optional<PinRefused.Reason> check(SealedCredential credential, String actor, String pin) {
        Optional<PinRows.Row> valid = rows.find(credential.id())
                .filter(row -> clock.instant().isBefore(row.expiresAt()))
                .filter(row -> row.hash().keyId().equals(seal.newestKeyId()));
        if (pin.isBlank()) {
            return Optional.of(PinRefused.Reason.PIN_MISSING);
        }
        if (valid.isEmpty()) {
            return Optional.of(PinRefused.Reason.PIN_NOT_VALID);
        }
        if (valid.get().issuedBy().equals(actor)) {
            return Optional.of(PinRefused.Reason.PIN_OF_ONE_PERSON);
        }
        Secret hashed = seal.open(valid.get().hash(), belongsTo(credential.id()));
        if (!PinHash.matches(Secret.of(pin.replaceAll("\\s", "")), hashed)) {
            return Optional.of(wrong(credential, actor, valid.get().failures() + 1));
        }
        rows.delete(credential.id());
        return Optional.empty();
    }

    private PinRefused.Reason wrong(SealedCredential credential, String actor, int failures) {
        rows.failed(credential.id());
        events.append(
                credential.incidentId(),
                actor,
                "PinWrong",
                Map.of("credential", credential.id(), "failures", failures));
        if (failures < TRIES) {
            return PinRefused.Reason.PIN_WRONG;
        }
        credentials.destroy(credential.id(), Destroyed.LOST, actor);
        rows.delete(credential.id());
        return PinRefused.Reason.PIN_WRONG_TOO_OFTEN;
    }

    private static String belongsTo(String credentialId) {
        return credentialId + "|pin";
    }
}
