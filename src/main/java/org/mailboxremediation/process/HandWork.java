package org.mailboxremediation.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.Destroyed;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Attestation;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.Notices;
import org.springframework.stereotype.Component;

/** What people did instead of, or after, the machine: each an attestation under their name (promise P4). */
@Component
public final class HandWork {

    private static final String BY_HAND = "BY_HAND";
    private static final String ACCESS = "access";

    private final Attestations attestations;
    private final PasswordChanges changes;
    private final SealedCredentials credentials;
    private final HandOvers handOvers;
    private final AccessLog accessLog;
    private final Notices notices;
    private final Incidents incidents;
    private final Reconciliation reconciliation;

    HandWork(
            Attestations attestations,
            PasswordChanges changes,
            SealedCredentials credentials,
            HandOvers handOvers,
            AccessLog accessLog,
            Notices notices,
            Incidents incidents,
            Reconciliation reconciliation) {
        this.attestations = attestations;
        this.changes = changes;
        this.credentials = credentials;
        this.handOvers = handOvers;
        this.accessLog = accessLog;
        this.notices = notices;
        this.incidents = incidents;
        this.reconciliation = reconciliation;
    }

    /** The newest change locked the attacker out, as a person saw: the machine's password is good to hand over. */
    public void lockOutAttested(String incidentId, String answer, String reason, String actor) {
        PasswordChange newest = changes.newest(incidentId).orElseThrow();
        attestations.record(incidentId, AttestationKind.LOCK_OUT, newest.id(), answer, reason, actor);
        credentials
                .ofChange(newest.id())
                .filter(credential -> credential.offeredAt() == null && credential.destroyedAt() == null)
                .filter(credential -> !handOvers.byHand(incidentId))
                .ifPresent(credential -> credentials.offer(credential.id()));
    }

    /**
     * A person set the newest password instead of the machine, and blocked access where the change says so or the owner
     * already has the password: access comes back through the gate only (promise P1).
     *
     * @param answer {@link Attestation#CHANGED_BY_HAND} or {@link Attestation#CHANGED_BY_OWNER}
     * @param at when, as that person says; empty for as early as can be: when the change was asked for
     */
    public void passwordChanged(String incidentId, String answer, Optional<Instant> at, String reason, String actor) {
        PasswordChange newest = changes.newest(incidentId).orElseThrow();
        attestations.record(incidentId, AttestationKind.LOCK_OUT, newest.id(), answer, reason, actor);
        boolean owner = answer.equals(Attestation.CHANGED_BY_OWNER);
        changes.setAgain(newest.id(), at.orElse(newest.requestedAt()), actor);
        changes.settle(
                newest.id(),
                Verification.UNVERIFIABLE,
                List.of(owner ? "attested:changed-by-owner" : "attested:changed-by-administrator"));
        if (newest.blocks() || owner) {
            accessLog.record(incidentId, Access.BLOCKED, BY_HAND);
        }
        reconciliation.request(incidentId);
    }

    /** Forwarding, auto-reply, spam forwarding and aliases were looked at in the Control Panel. */
    public void settingsRead(String incidentId, String reason, String actor) {
        attestations.record(incidentId, AttestationKind.SETTINGS_READ, "control panel", "read", reason, actor);
        reconciliation.request(incidentId);
    }

    public void accessBlocked(String incidentId, String reason, String actor) {
        attest(incidentId, ACCESS, "BLOCKED", reason, actor);
        accessLog.record(incidentId, Access.BLOCKED, BY_HAND);
        reconciliation.request(incidentId);
    }

    public void accessRestored(String incidentId, String reason, String actor) {
        attest(incidentId, ACCESS, "RESTORED", reason, actor);
        accessLog.record(incidentId, Access.OPEN, BY_HAND);
        reconciliation.request(incidentId);
    }

    /** The password never reached its owner: it is void from now on, and a new change is due (promise P3). */
    public void handOverLost(String incidentId, String actor) {
        if (handOvers.byHand(incidentId)) {
            attest(incidentId, Attestation.PASSWORD, Attestation.LOST, null, actor);
        } else {
            handOvers.newest(incidentId).ifPresent(c -> credentials.destroy(c.id(), Destroyed.LOST, actor));
        }
    }

    /** The owner has the password; with a confirmed contact the owner is also told there what happened (promise P6). */
    public void handedOver(String incidentId, String how, boolean contactConfirmed, String actor) {
        attest(incidentId, Attestation.PASSWORD, Attestation.HANDED_OVER, how, actor);
        Incident incident = incidents.get(incidentId);
        String contact = incident.owner().contact();
        if (contactConfirmed && contact != null) {
            attestations.record(incidentId, AttestationKind.OWNER_CONTACT_CONFIRMED, contact, "confirmed", how, actor);
            notices.ownerNotice(incident);
        }
    }

    /** Those who were not reached by mail were told another way. */
    public void alerted(String incidentId, NoticeKind kind, String how, String actor) {
        attestations.record(incidentId, AttestationKind.ALERTED_BY_HAND, kind.name(), "reached", how, actor);
        notices.of(incidentId).stream()
                .filter(n -> n.kind() == kind && !n.reached())
                .forEach(n -> notices.alertedByHand(n.id(), actor));
    }

    /** Any other attestation that a person did something by hand. */
    public void attest(String incidentId, String subject, String answer, @Nullable String reason, String actor) {
        attestations.record(incidentId, AttestationKind.DONE_BY_HAND, subject, answer, reason, actor);
    }
}
