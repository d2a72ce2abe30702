package org.mailboxremediation.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.restore.Reconciled;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** Compares a reading with what the case knows, and writes down what came of it. */
@Component
final class ReconciledFacts {

    /** The detail that holds what the reading was compared with. */
    static final String MARK = "mark";

    private static final Set<String> CHANGING =
            Set.of(MailboxSteps.CHANGE_PASSWORD, MailboxSteps.BLOCK_ACCESS, MailboxSteps.RESTORE_ACCESS);

    private final PasswordChanges changes;
    private final AccessLog access;
    private final Attestations attestations;
    private final SettingFacts settings;
    private final HandSet handSet;
    private final RestoreGuard guard;
    private final Outbox outbox;

    ReconciledFacts(
            PasswordChanges changes,
            AccessLog access,
            Attestations attestations,
            SettingFacts settings,
            HandSet handSet,
            RestoreGuard guard,
            Outbox outbox) {
        this.changes = changes;
        this.access = access;
        this.attestations = attestations;
        this.settings = settings;
        this.handSet = handSet;
        this.guard = guard;
        this.outbox = outbox;
    }

    /** Whether the machine is changing password or access right now, or is about to. */
    boolean busy(String caseId) {
        return outbox.of(caseId).stream()
                .anyMatch(entry -> CHANGING.contains(entry.command().step())
                        && !entry.state().isSettled());
    }

    /** What a reading is compared with: another mark afterwards, and the reading says nothing. */
    String mark(Incident incident) {
        return access.of(incident.id()).size() + "/" + changes.of(incident.id()).size() + "/"
                + attestations.of(incident.id()).size();
    }

    /** Whether the settings were read by anybody. */
    boolean settingsRead(String caseId) {
        return attestations.of(caseId).stream().anyMatch(word -> word.kind() == AttestationKind.SETTINGS_READ);
    }

    /** The reading beside what the case knows. */
    HandReading judged(Incident incident, List<String> codes) {
        Optional<PasswordChange> newest = changes.newest(incident.id());
        boolean byHand = newest.filter(handSet::applies).isPresent();
        return new HandReading(
                access.current(incident) == Access.BLOCKED,
                guard.decide(incident.id()).allowed(),
                byHand,
                !byHand && newest.map(PasswordChange::setAt).isPresent(),
                codes);
    }

    /** Writes it down in the caller's transaction, unless what it was compared with has changed: then it is read again. */
    void record(Incident incident, Outcome outcome) {
        if (busy(incident.id()) || !mark(incident).equals(outcome.details().get(MARK))) {
            return;
        }
        List<String> codes = Reading.verifiedBy(outcome);
        Reconciled found =
                Reconciled.valueOf(Objects.requireNonNull(outcome.details().get(ReconcileHandler.FOUND)));
        HandReading reading = judged(incident, codes);
        correct(incident, reading);
        settings(incident.id(), codes);
        Optional<PasswordChange> newest = changes.newest(incident.id());
        if (found != Reconciled.MACHINE_PASSWORD) {
            String subject = newest.map(PasswordChange::id).orElse("access");
            attestations.record(
                    incident.id(), AttestationKind.RECONCILED, subject, found.name(), joined(codes), CaseEvent.SYSTEM);
        }
        newest.ifPresent(change -> password(change, found, reading));
    }

    private void password(PasswordChange change, Reconciled found, HandReading reading) {
        if (found == Reconciled.AGREES && handSet.applies(change)) {
            List<String> by = new ArrayList<>(change.verifiedBy());
            reading.codes().stream().filter(code -> !by.contains(code)).forEach(by::add);
            changes.settle(change.id(), reading.shut() ? Verification.VERIFIED : Verification.UNVERIFIABLE, by);
        }
        if (!reading.shut() && (reading.open() || !reading.blocked())) {
            handSet.heard(change.id(), reading.codes());
        }
    }

    private void correct(Incident incident, HandReading reading) {
        if (reading.blocked() && reading.open()) {
            access.record(incident.id(), Access.OPEN, "FOUND_OPEN");
        } else if (!reading.blocked() && reading.shut()) {
            access.record(incident.id(), Access.BLOCKED, "FOUND_BLOCKED");
        }
    }

    private void settings(String caseId, List<String> codes) {
        if (codes.contains(Reading.ENABLED) || codes.contains(Reading.DISABLED)) {
            settings.clearedBut(caseId, codes);
            if (!settingsRead(caseId)) {
                attestations.record(
                        caseId, AttestationKind.SETTINGS_READ, "reconciliation", "read", null, CaseEvent.SYSTEM);
            }
        }
    }

    private static @Nullable String joined(List<String> codes) {
        return codes.isEmpty() ? null : String.join(", ", codes);
    }
}
