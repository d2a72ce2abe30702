package org.mailboxremediation.process;

import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.springframework.stereotype.Component;

/** Whether the newest password change is known to have locked the attacker out, and how (promise P4). */
@Component
public final class LockOutProof {

    private final PasswordChanges changes;
    private final Attestations attestations;

    LockOutProof(PasswordChanges changes, Attestations attestations) {
        this.changes = changes;
        this.attestations = attestations;
    }

    /** Whether it was verified by the machine or attested by a person. */
    public boolean proved(String incidentId) {
        return changes.newest(incidentId)
                .filter(c -> c.verification() == Verification.VERIFIED || attested(c))
                .isPresent();
    }

    private boolean attested(PasswordChange change) {
        return attestations.of(change.incidentId()).stream()
                .anyMatch(
                        a -> a.kind() == AttestationKind.LOCK_OUT && a.subject().equals(change.id()));
    }
}
