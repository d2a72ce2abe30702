package org.mailboxremediation.process;

import java.util.Optional;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.springframework.stereotype.Component;

/** Whether the owner holds the newest password. */
@Component
public final class HandOvers {

    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final Attestations attestations;

    HandOvers(PasswordChanges changes, SealedCredentials credentials, Attestations attestations) {
        this.changes = changes;
        this.credentials = credentials;
        this.attestations = attestations;
    }

    /** The sealed password of the newest change, whatever became of it. */
    public Optional<SealedCredential> newest(String incidentId) {
        return changes.newest(incidentId).map(PasswordChange::id).flatMap(credentials::ofChange);
    }

    /** Whether the newest password was revealed, and not lost since. */
    public boolean newestRevealed(String incidentId) {
        return newest(incidentId)
                        .filter(c -> c.revealedAt() != null)
                        .filter(c -> c.destroyedWhy() != Destroyed.LOST)
                        .isPresent()
                || setByHand(incidentId);
    }

    /** Whether a security lead showed the newest password before the gate opened (promise P1). */
    public boolean handedOverEarly(String incidentId) {
        return newest(incidentId)
                .map(credential -> attestations.of(incidentId).stream()
                        .anyMatch(a -> a.kind() == AttestationKind.EARLY_HAND_OVER
                                && a.subject().equals(credential.id())))
                .orElse(false);
    }

    /** Whether the newest password was set by a person in the Control Panel, who hands it over too. */
    public boolean setByHand(String incidentId) {
        return changes.newest(incidentId)
                .map(change -> attestations.of(incidentId).stream()
                        .anyMatch(a -> a.kind() == AttestationKind.LOCK_OUT
                                && a.subject().equals(change.id())
                                && a.answer().equals(Attestation.CHANGED_BY_HAND)))
                .orElse(false);
    }
}
