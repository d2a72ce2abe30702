package org.mailboxremediation.mailbox;

import java.time.Clock;
import java.util.List;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.springframework.stereotype.Component;

/** Writes down what became of a password change. */
@Component
final class PasswordChangeFacts {

    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final AccessLog access;
    private final Clock clock;

    PasswordChangeFacts(PasswordChanges changes, SealedCredentials credentials, AccessLog access, Clock clock) {
        this.changes = changes;
        this.credentials = credentials;
        this.access = access;
        this.clock = clock;
    }

    /** Settles the change, in the caller's transaction, and offers a verified password for its one reveal. */
    void settle(PasswordChange change, Outcome outcome) {
        List<String> by = Reading.verifiedBy(outcome);
        boolean written = change.setAt() != null;
        changes.settle(change, verification(outcome.state(), written), by);
        if (change.blocks() && written && !by.contains(Reading.ENABLED)) {
            access.record(change.incidentId(), Access.BLOCKED, "LOCK_OUT");
        }
        if (outcome.state() == State.VERIFIED) {
            offer(change);
        }
    }

    /** What a person must do is refuted as long as nothing was written, and uncertain after that. */
    private static Verification verification(State state, boolean written) {
        return switch (state) {
            case VERIFIED -> Verification.VERIFIED;
            case REFUTED -> Verification.REFUTED;
            case UNVERIFIABLE -> Verification.UNVERIFIABLE;
            case NEEDS_PERSON, ACCEPTED, RETRY, REPEAT -> written ? Verification.UNVERIFIABLE : Verification.REFUTED;
        };
    }

    /** Those sealed before open nothing any more. */
    private void offer(PasswordChange change) {
        for (SealedCredential sealed : credentials.of(change.incidentId())) {
            boolean own = sealed.changeId().equals(change.id());
            boolean live = sealed.destroyedAt() == null;
            if (own && live && !sealed.expiredUnrevealed(clock.instant())) {
                credentials.offer(sealed);
            } else if (!own && live) {
                credentials.destroy(sealed.id(), Destroyed.SUPERSEDED, CaseEvent.SYSTEM);
            }
        }
    }
}
