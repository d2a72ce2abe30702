package org.mailboxremediation.mailbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Priority;
import org.mailboxremediation.outbox.Target;
import org.springframework.stereotype.Component;

/** Locks the attacker out: one write, and then a look at who can still log in. */
@Component
final class ChangePasswordHandler implements EffectHandler {

    private final PasswordChanges changes;
    private final Incidents incidents;
    private final AccessLog access;
    private final MailboxProvider provider;
    private final PasswordBook passwords;
    private final PasswordWrites writes;
    private final PasswordChangeFacts facts;
    private final LockOutCheck check;
    private final Convergence convergence;
    private final Outbox outbox;

    ChangePasswordHandler(
            PasswordChanges changes,
            Incidents incidents,
            AccessLog access,
            MailboxProvider provider,
            PasswordBook passwords,
            PasswordWrites writes,
            PasswordChangeFacts facts,
            LockOutCheck check,
            Convergence convergence,
            Outbox outbox) {
        this.changes = changes;
        this.incidents = incidents;
        this.access = access;
        this.provider = provider;
        this.passwords = passwords;
        this.writes = writes;
        this.facts = facts;
        this.check = check;
        this.convergence = convergence;
        this.outbox = outbox;
    }

    @Override
    public String step() {
        return MailboxSteps.CHANGE_PASSWORD;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(0, 1).forLockOut();
    }

    @Override
    public Optional<Demand> verifyDemand() {
        return Optional.of(Demand.on(Target.LOGINS).calls(1, 0).forLockOut());
    }

    @Override
    public Outcome perform(Command command) {
        PasswordChange change = change(command);
        Incident incident = incidents.get(change.incidentId());
        if (provider.byHand(incident.mailbox())) {
            // Nothing is sealed: the person who sets the password is the only one to know it.
            return ProviderOutcome.needsPerson(ProviderOutcome.BY_HAND);
        }
        return passwords
                .ofChange(change, incident.mailbox())
                .map(password -> write(new PasswordWrite(incident.mailbox(), change.blocks(), password)))
                .orElseGet(() -> ProviderOutcome.needsPerson("SEAL_GONE"));
    }

    @Override
    public Function<Command, Outcome> prepare(List<Command> commands) {
        Map<String, PasswordWrite> ready = writes.of(commands);
        return command ->
                Optional.ofNullable(ready.get(command.id())).map(this::write).orElseGet(() -> perform(command));
    }

    private Outcome write(PasswordWrite write) {
        try {
            write.by(provider);
            return Outcome.accepted();
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    @Override
    public void accepted(Map<Command, Instant> since) {
        Map<PasswordChange, Instant> set = new LinkedHashMap<>();
        since.forEach((command, at) -> set.put(change(command), at));
        changes.setAll(set);
    }

    @Override
    public Outcome verify(Command command) {
        PasswordChange change = change(command);
        try {
            return convergence.conclude(command, read(change, incidents.get(change.incidentId())));
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    @Override
    public void record(Command command, Outcome outcome) {
        facts.settle(change(command), outcome);
        if (outcome.state() == Outcome.State.VERIFIED
                && incidents.get(command.caseId()).status().isOpen()) {
            // What the attacker set up goes on without him: it waits for no procedure (ADR 28).
            outbox.untoldOrNew(command.caseId(), MailboxSteps.CLEAR_SETTINGS, Priority.SETTINGS);
        }
    }

    /** A mailbox that was blocked earlier, and may be so still, lets nobody in whatever the password. */
    private Reading read(PasswordChange change, Incident incident) {
        Passwords known = passwords.around(change, incident.mailbox());
        boolean maybeBlocked = change.blocks() || access.current(incident) == Access.BLOCKED;
        if (maybeBlocked && !provider.show(incident.mailbox()).enabled()) {
            return check.blocked(incident.mailbox(), known);
        }
        return change.blocks() ? Reading.refuted(Reading.ENABLED) : check.open(incident.mailbox(), known);
    }

    private PasswordChange change(Command command) {
        return changes.find(command.caseId(), PasswordWrites.changeId(command)).orElseThrow();
    }
}
