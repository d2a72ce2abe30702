package org.mailboxremediation.process;

import java.util.Optional;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.restore.ChangeWords;
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

    /** Whether the owner has the newest password: revealed and not lost since, or set by hand and handed over. */
    public boolean newestRevealed(String incidentId) {
        return words(incidentId)
                .filter(said -> said.byHand().isPresent())
                .map(ChangeWords::ownerHasIt)
                .orElseGet(() -> newest(incidentId)
                        .filter(c -> c.revealedAt() != null)
                        .filter(c -> c.destroyedWhy() != Destroyed.LOST)
                        .isPresent());
    }

    /** Whether a security lead showed the newest password before the gate opened (promise P1). */
    public boolean handedOverEarly(String incidentId) {
        return newest(incidentId)
                .map(credential -> attestations.of(incidentId).stream()
                        .anyMatch(a -> a.kind() == AttestationKind.EARLY_HAND_OVER
                                && a.subject().equals(credential.id())))
                .orElse(false);
    }

    /** Whether the newest password was set by a person, who knows it instead of the machine. */
    public boolean byHand(String incidentId) {
        return words(incidentId).flatMap(ChangeWords::byHand).isPresent();
    }

    private Optional<ChangeWords> words(String incidentId) {
        return changes.newest(incidentId).map(change -> ChangeWords.of(change, attestations.of(incidentId)));
    }
}
