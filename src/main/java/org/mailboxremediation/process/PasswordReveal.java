package org.mailboxremediation.process;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.restore.RestoreDecision;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows the new password once, to the administrator who holds the hand-over task, and only while the restore guard allows
 * it: on a mailbox that was never blocked, this is the restore (promise P1). There a security lead may show it earlier, with
 * a reason.
 */
@Component
public final class PasswordReveal {

    private final SealedCredentials credentials;
    private final HandOvers handOvers;
    private final RestoreGuard guard;
    private final TaskBoard board;
    private final Incidents incidents;
    private final AccessLog accessLog;
    private final Attestations attestations;
    private final TransactionTemplate transaction;

    PasswordReveal(
            SealedCredentials credentials,
            HandOvers handOvers,
            RestoreGuard guard,
            TaskBoard board,
            Incidents incidents,
            AccessLog accessLog,
            Attestations attestations,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.handOvers = handOvers;
        this.guard = guard;
        this.board = board;
        this.incidents = incidents;
        this.accessLog = accessLog;
        this.attestations = attestations;
        this.transaction = transaction;
    }

    /**
     * Reveals and destroys the sealed password in one transaction.
     *
     * @param reason only for a security lead who shows it before the gate opens
     * @throws NoSuchElementException if there is no such credential
     * @throws RevealRefused if the gate is shut, or the person does not hold the task
     * @throws org.mailboxremediation.credential.CredentialGone if it was shown before, expired or lost
     */
    public Secret reveal(String credentialId, String actor, Set<String> groups, @Nullable String reason) {
        SealedCredential credential = credentials.find(credentialId).orElseThrow();
        return Objects.requireNonNull(transaction.execute(status -> {
            permit(credential, actor, groups, reason);
            return credentials.reveal(credentialId, actor);
        }));
    }

    /** Reveals the newest password of the case that a hand-over task belongs to. */
    public Secret revealNewest(String incidentId, String actor, Set<String> groups) {
        return reveal(handOvers.newest(incidentId).orElseThrow().id(), actor, groups, null);
    }

    private void permit(SealedCredential credential, String actor, Set<String> groups, @Nullable String reason) {
        String incidentId = credential.incidentId();
        if (earlyByLead(incidentId, groups, reason)) {
            attestations.record(
                    incidentId, AttestationKind.EARLY_HAND_OVER, credential.id(), "revealed", reason, actor);
            return;
        }
        if (!groups.contains("mailbox-admins")) {
            throw new RevealRefused(
                    "Only an administrator who holds the hand-over task may see the password; a security lead may, before"
                            + " the gate opens, with a reason, while the mailbox was never blocked.",
                    List.of());
        }
        RestoreDecision decision = guard.decide(incidentId);
        if (!decision.allowed()) {
            throw new RevealRefused(
                    "The restore gate is shut. Handing the password over would open it.", decision.reasons());
        }
        boolean newest = handOvers.newest(incidentId).filter(credential::equals).isPresent();
        boolean holds = board.find(incidentId, "UserTask_HandOverPassword")
                .filter(t -> actor.equals(t.assignee()))
                .isPresent();
        if (!newest || !holds) {
            throw new RevealRefused("Claim the task \"Hand over password\" of this case first.", List.of());
        }
    }

    private boolean earlyByLead(String incidentId, Set<String> groups, @Nullable String reason) {
        return groups.contains("security-leads")
                && reason != null
                && reason.strip().length() >= 5
                && !accessLog.everBlocked(incidents.get(incidentId));
    }
}
