package org.mailboxremediation.process;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.CredentialGone;
import org.mailboxremediation.credential.PinRefused;
import org.mailboxremediation.credential.RevealPin;
import org.mailboxremediation.credential.RevealPins;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows the new password once, to the administrator who holds the hand-over task, and only while the restore guard allows
 * it: on a mailbox that was never blocked, this is the restore (promise P1). There a security lead may show it earlier, with
 * a reason. Where a PIN is asked for, it must be right; whoever fails is told to the security leads.
 */
@Component
public final class PasswordReveal {

    private final SealedCredentials credentials;
    private final RevealPins pins;
    private final HandOvers handOvers;
    private final RevealPermit permit;
    private final RevealAlarm alarm;
    private final LostHandOver lost;
    private final TransactionTemplate transaction;

    PasswordReveal(
            SealedCredentials credentials,
            RevealPins pins,
            HandOvers handOvers,
            RevealPermit permit,
            RevealAlarm alarm,
            LostHandOver lost,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.pins = pins;
        this.handOvers = handOvers;
        this.permit = permit;
        this.alarm = alarm;
        this.lost = lost;
        this.transaction = transaction;
    }

    /**
     * Reveals and destroys the sealed password in one transaction.
     *
     * @param pin what a security lead read out; empty where none is needed
     * @param reason only for a security lead who shows it before the gate opens
     * @throws NoSuchElementException if there is no such credential
     * @throws RevealRefused if the gate is shut, or the person does not hold the task
     * @throws PinRefused if the PIN is missing or wrong; the fifth wrong one destroys the password
     * @throws CredentialGone if it was shown before, expired or lost
     */
    public Secret reveal(String credentialId, RevealPermit.Person person, String pin, @Nullable String reason) {
        SealedCredential credential = credentials.find(credentialId).orElseThrow();
        try {
            return Objects.requireNonNull(transaction.execute(status -> attempt(credential, person, pin, reason)))
                    .password();
        } catch (RevealRefused refused) {
            alarm.raise(credential, person.userId(), refused.obstacle().name());
            throw refused;
        } catch (CredentialGone gone) {
            alarm.raise(credential, person.userId(), gone.reason().name());
            throw gone;
        } catch (PinRefused refused) {
            alarm.raise(credential, person.userId(), refused.reason().name());
            throw refused;
        }
    }

    /** Reveals the newest password of the case that a hand-over task belongs to. */
    public Secret revealNewest(String incidentId, RevealPermit.Person person, String pin) {
        return reveal(handOvers.newest(incidentId).orElseThrow().id(), person, pin, null);
    }

    /**
     * Makes the PIN for a password that is ready to be revealed, for a security lead to read out.
     *
     * @throws NoSuchElementException if there is no such credential
     * @throws CredentialGone if it was shown before, expired or lost, or is not ready
     */
    public RevealPin issuePin(String credentialId, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> pins.issue(credentialId, actor)));
    }

    /** The same for the newest password of a case. */
    public RevealPin issueNewestPin(String incidentId, String actor) {
        return issuePin(handOvers.newest(incidentId).orElseThrow().id(), actor);
    }

    /** Whether a reveal needs a PIN here. */
    public boolean needsPin() {
        return pins.required();
    }

    private Attempt attempt(
            SealedCredential credential, RevealPermit.Person person, String pin, @Nullable String reason) {
        // First of all the lock: what the guard looks at must stay so until the password is shown.
        credentials.lock(credential.id());
        boolean early = permit.check(credential, person, reason);
        credentials.hold(credential.id());
        if (pins.required()) {
            Optional<PinRefused.Reason> refused = pins.check(credential, person.userId(), pin);
            if (refused.isPresent()) {
                // Committed, not thrown: what was tried has to count.
                lost.tellIfLost(credential);
                return new Attempt(null, refused.get());
            }
        }
        if (early) {
            permit.attestEarly(credential, person, reason);
        }
        return new Attempt(credentials.reveal(credential.id(), person.userId()), null);
    }

    /** The password, or why it is not shown. */
    private record Attempt(@Nullable Secret shown, PinRefused.@Nullable Reason refused) {

        Secret password() {
            if (refused != null) {
                throw new PinRefused(refused);
            }
            return Objects.requireNonNull(shown);
        }
    }
}
