package org.mailboxremediation.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.restore.ChangeWords;
import org.mailboxremediation.restore.Reconciled;
import org.springframework.stereotype.Component;

/**
 * Passwords that a person set instead of the machine. The machine may have written its own before, with the answer lost,
 * and the provider may have applied that after the person's: the machine's stays sealed until it is seen to be refused, so
 * that never a password is in force that nobody knows (promise P9).
 */
@Component
final class HandSet {

    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final Attestations attestations;

    HandSet(PasswordChanges changes, SealedCredentials credentials, Attestations attestations) {
        this.changes = changes;
        this.credentials = credentials;
        this.attestations = attestations;
    }

    /** Whether a person says so, and nothing read since says otherwise. */
    boolean applies(PasswordChange change) {
        return ChangeWords.of(change, attestations.of(change.incidentId()))
                .byHand()
                .isPresent();
    }

    /** At the restore: that the machine's password is refused is as it should be where a person set another. */
    Reading judge(String changeId, Reading login) {
        boolean accepted = login.verifiedBy().stream().anyMatch(code -> code.endsWith(Passwords.ACCEPTED));
        return accepted || changes.find(changeId).filter(this::applies).isEmpty()
                ? login
                : new Reading(State.VERIFIED, login.verifiedBy());
    }

    /** Stores, in the caller's transaction, what was heard of the machine's password on an open mailbox. */
    void heard(String changeId, List<String> codes) {
        changes.find(changeId).filter(this::applies).ifPresent(change -> {
            if (codes.stream().anyMatch(code -> code.endsWith(Passwords.NEW + Passwords.ACCEPTED))) {
                machinesInForce(change, codes);
            } else if (codes.stream().anyMatch(code -> code.endsWith(Passwords.NEW + Passwords.REFUSED))) {
                credentials
                        .ofChange(change.id())
                        .ifPresent(
                                machines -> credentials.destroy(machines.id(), Destroyed.SUPERSEDED, CaseEvent.SYSTEM));
            }
        });
    }

    /** The machine's password is the newest after all: verified, and the one to hand over. */
    private void machinesInForce(PasswordChange change, List<String> codes) {
        Optional<SealedCredential> machines = credentials.ofChange(change.id());
        Instant since = machines.map(SealedCredential::sealedAt).orElse(change.requestedAt());
        attestations.record(
                change.incidentId(),
                AttestationKind.RECONCILED,
                change.id(),
                Reconciled.MACHINE_PASSWORD.name(),
                String.join(", ", codes),
                CaseEvent.SYSTEM);
        changes.setAgain(change.id(), since, CaseEvent.SYSTEM);
        changes.settle(change.id(), Verification.VERIFIED, codes);
        machines.filter(credential -> credential.offeredAt() == null)
                .ifPresent(credential -> credentials.offer(credential.id()));
    }
}
