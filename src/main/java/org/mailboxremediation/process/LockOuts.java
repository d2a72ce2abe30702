package org.mailboxremediation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailboxremediation.credential.ChangeCause;
import org.mailboxremediation.credential.FirstChange;
import org.mailboxremediation.credential.FirstPasswordChanges;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.LockOut;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.MailboxSteps;
import org.mailboxremediation.outbox.CommandBatch;
import org.mailboxremediation.outbox.Forecasts;
import org.mailboxremediation.outbox.NewCommand;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.mailboxremediation.restore.CaseFacts;
import org.mailboxremediation.restore.CaseFactsReader;
import org.mailboxremediation.restore.VoidRule;
import org.springframework.stereotype.Component;

/** Asks for password changes: the first with the report, each later one when the facts make it due (promise P3). */
@Component
public final class LockOuts {

    private static final Duration SOON = Duration.ofHours(1);

    private final PasswordChanges changes;
    private final FirstPasswordChanges firstChanges;
    private final Outbox outbox;
    private final CommandBatch commands;
    private final AccessLog accessLog;
    private final Incidents incidents;
    private final CaseFactsReader facts;
    private final MailboxProvider provider;
    private final Forecasts forecasts;

    LockOuts(
            PasswordChanges changes,
            FirstPasswordChanges firstChanges,
            Outbox outbox,
            CommandBatch commands,
            AccessLog accessLog,
            Incidents incidents,
            CaseFactsReader facts,
            MailboxProvider provider,
            Forecasts forecasts) {
        this.changes = changes;
        this.firstChanges = firstChanges;
        this.outbox = outbox;
        this.commands = commands;
        this.accessLog = accessLog;
        this.incidents = incidents;
        this.facts = facts;
        this.provider = provider;
        this.forecasts = forecasts;
    }

    /**
     * The id of the command to wait for: the newest change's where no process has been told its outcome yet, otherwise a
     * new change's. In the caller's transaction.
     */
    public String request(String incidentId) {
        return changes.newest(incidentId)
                .flatMap(this::untold)
                .orElseGet(() -> requestNew(incidents.get(incidentId), causeOf(facts.of(incidentId))));
    }

    /** Requests a change for the report itself, and a snapshot beside it. In the caller's transaction. */
    public String requestFirst(Incident incident) {
        outbox.enqueue(incident.id(), MailboxSteps.SNAPSHOT, 1, Map.of(), Priority.SNAPSHOT);
        return requestNew(incident, ChangeCause.REPORTED);
    }

    /**
     * Requests the first change of each of these new cases, in the caller's transaction. None of them was ever blocked, as
     * far as is known.
     */
    public void requestFirst(List<Incident> opened) {
        List<FirstChange> firsts = opened.stream()
                .map(incident -> new FirstChange(
                        incident.id(), incident.mailbox(), incident.lockOut() == LockOut.CHANGE_PASSWORD_AND_BLOCK))
                .toList();
        List<PasswordChange> requested = firstChanges.request(firsts, areSentSoon(opened));
        Map<String, String> changes =
                requested.stream().collect(Collectors.toMap(PasswordChange::incidentId, PasswordChange::id));
        commands.enqueue(opened.stream()
                .map(incident -> new NewCommand(
                        incident.id(),
                        Step.CHANGE_PASSWORD.name(),
                        1,
                        Map.of("changeId", Objects.requireNonNull(changes.get(incident.id()))),
                        Priority.LOCK_OUT + incident.severity().rank()))
                .toList());
    }

    /** A seal runs out: those that the budget lets wait are sealed when their turn has come. By hand nothing is sealed. */
    private boolean areSentSoon(List<Incident> opened) {
        return opened.stream().noneMatch(incident -> provider.byHand(incident.mailbox()))
                && forecasts
                                .untilTurn(Step.CHANGE_PASSWORD.name(), opened.size())
                                .compareTo(SOON)
                        <= 0;
    }

    /** Whether step 1 has to run (again), rather than only block: the answer of {@code Gateway_ChangeNeeded}. */
    public boolean changeNeeded(String incidentId) {
        Optional<PasswordChange> newest = changes.newest(incidentId);
        return newest.isEmpty() || untold(newest.get()).isPresent() || changeDue(newest.get());
    }

    private boolean changeDue(PasswordChange newest) {
        CaseFacts now = facts.of(newest.incidentId());
        return VoidRule.changeDue(now).isPresent() || reopenedSince(newest, now);
    }

    private static boolean reopenedSince(PasswordChange newest, CaseFacts now) {
        return now.attestations().stream()
                .anyMatch(a -> a.kind() == AttestationKind.ENDING_CONFIRMED
                        && a.answer().equals("REOPEN")
                        && a.at().isAfter(newest.requestedAt()));
    }

    private Optional<String> untold(PasswordChange change) {
        return outbox.findByKey(change.incidentId(), Step.CHANGE_PASSWORD.name(), change.epoch())
                .filter(c -> c.signalledAt() == null)
                .map(c -> c.command().id());
    }

    private static ChangeCause causeOf(CaseFacts facts) {
        return VoidRule.changeDue(facts).orElseGet(() -> repeatOrReopening(facts));
    }

    private static ChangeCause repeatOrReopening(CaseFacts facts) {
        if (facts.changes().isEmpty()) {
            return ChangeCause.REPORTED;
        }
        PasswordChange newest = facts.changes().get(facts.changes().size() - 1);
        return newest.verification() == Verification.VERIFIED ? ChangeCause.NEW_SYMPTOM : newest.cause();
    }

    private String requestNew(Incident incident, ChangeCause cause) {
        boolean blocks = incident.lockOut() == LockOut.CHANGE_PASSWORD_AND_BLOCK
                || accessLog.current(incident) == Access.BLOCKED
                || accessLog.everBlocked(incident)
                || cause == ChangeCause.NEW_SYMPTOM;
        PasswordChange change = changes.request(incident.id(), cause, blocks);
        return outbox.enqueue(
                incident.id(),
                Step.CHANGE_PASSWORD.name(),
                change.epoch(),
                Map.of("changeId", change.id()),
                Priority.LOCK_OUT + incident.severity().rank());
    }
}
