package org.mailboxremediation.process;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.SealedCredential;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.restore.RestoreDecision;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** Who may see a password now (promise P1). Methods run in the caller's transaction. */
@Component
public final class RevealPermit {

    private final HandOvers handOvers;
    private final RestoreGuard guard;
    private final TaskBoard board;
    private final Incidents incidents;
    private final AccessLog accessLog;
    private final Attestations attestations;

    RevealPermit(
            HandOvers handOvers,
            RestoreGuard guard,
            TaskBoard board,
            Incidents incidents,
            AccessLog accessLog,
            Attestations attestations) {
        this.handOvers = handOvers;
        this.guard = guard;
        this.board = board;
        this.incidents = incidents;
        this.accessLog = accessLog;
        this.attestations = attestations;
    }

    /**
     * Who asks.
     *
     * @param userId the engine's user
     * @param groups that user's groups
     */
    public record Person(String userId, Set<String> groups) {

        public Person {
            groups = Set.copyOf(groups);
        }
    }

    /**
     * Refuses whoever may not see the password now.
     *
     * @return whether it is shown before the gate opens
     */
    boolean check(SealedCredential credential, Person person, @Nullable String reason) {
        String incidentId = credential.incidentId();
        if (earlyByLead(incidentId, person, reason)) {
            return true;
        }
        if (!person.groups().contains("mailbox-admins")) {
            throw new RevealRefused(
                    RevealRefused.Obstacle.NOT_ENTITLED,
                    "Only an administrator who holds the hand-over task may see the password; a security lead may, before"
                            + " the gate opens, with a reason, while the mailbox was never blocked.",
                    List.of());
        }
        RestoreDecision decision = guard.decide(incidentId);
        if (!decision.allowed()) {
            throw new RevealRefused(
                    RevealRefused.Obstacle.GATE_SHUT,
                    "The restore gate is shut. Handing the password over would open it.",
                    decision.reasons());
        }
        boolean newest = handOvers.newest(incidentId).filter(credential::equals).isPresent();
        boolean holds = board.find(incidentId, "UserTask_HandOverPassword")
                .filter(task -> person.userId().equals(task.assignee()))
                .isPresent();
        if (!newest || !holds) {
            throw new RevealRefused(
                    RevealRefused.Obstacle.NOT_ENTITLED,
                    "Claim the task \"Hand over password\" of this case first.",
                    List.of());
        }
        return false;
    }

    void attestEarly(SealedCredential credential, Person person, @Nullable String reason) {
        attestations.record(
                credential.incidentId(),
                AttestationKind.EARLY_HAND_OVER,
                credential.id(),
                "revealed",
                reason,
                person.userId());
    }

    private boolean earlyByLead(String incidentId, Person person, @Nullable String reason) {
        return person.groups().contains("security-leads")
                && reason != null
                && reason.strip().length() >= 5
                && !accessLog.everBlocked(incidents.get(incidentId));
    }
}
