package org.mailboxremediation.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Target;
import org.mailboxremediation.restore.RestoreGuard;
import org.springframework.stereotype.Component;

/** Gives access back, asking the guard itself (promise P1), and proves the new password; if that fails, blocks again. */
@Component
final class RestoreAccessHandler implements EffectHandler {

    private static final String GUARD = "GUARD";

    private final Incidents incidents;
    private final RestoreGuard guard;
    private final SealedCredentials credentials;
    private final HandSet handSet;
    private final AccessLog access;
    private final MailboxProvider provider;
    private final LockOutCheck check;
    private final Convergence convergence;

    RestoreAccessHandler(
            Incidents incidents,
            RestoreGuard guard,
            SealedCredentials credentials,
            HandSet handSet,
            AccessLog access,
            MailboxProvider provider,
            LockOutCheck check,
            Convergence convergence) {
        this.incidents = incidents;
        this.guard = guard;
        this.credentials = credentials;
        this.handSet = handSet;
        this.access = access;
        this.provider = provider;
        this.check = check;
        this.convergence = convergence;
    }

    @Override
    public String step() {
        return MailboxSteps.RESTORE_ACCESS;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(0, 1);
    }

    @Override
    public Optional<Demand> verifyDemand() {
        return Optional.of(Demand.on(Target.LOGINS).calls(1, 0));
    }

    @Override
    public Outcome perform(Command command) {
        return unlessRefused(command, mailbox -> {
            provider.setEnabled(mailbox, true);
            return Outcome.accepted();
        });
    }

    /** Asks the guard again: the gate may have shut since the mailbox was opened. */
    @Override
    public Outcome verify(Command command) {
        return unlessRefused(command, mailbox -> prove(command, mailbox));
    }

    @Override
    public void record(Command command, Outcome outcome) {
        if (outcome.state() == State.VERIFIED || outcome.state() == State.UNVERIFIABLE) {
            access.record(command.caseId(), Access.OPEN, "RESTORED");
            handSet.heard(change(command), Reading.verifiedBy(outcome));
        } else if (GUARD.equals(outcome.details().get("why"))) {
            access.refused(command.caseId(), List.of(GUARD));
        }
    }

    private Outcome unlessRefused(Command command, Function<MailboxAddress, Outcome> attempt) {
        MailboxAddress mailbox = incidents.get(command.caseId()).mailbox();
        try {
            return guard.decide(command.caseId()).allowed() ? attempt.apply(mailbox) : refuse(command, mailbox);
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    /** An attempt before this one may have opened the mailbox, with its answer lost. */
    private Outcome refuse(Command command, MailboxAddress mailbox) {
        if (command.attempts() > 1) {
            provider.setEnabled(mailbox, false);
        }
        return Outcome.of(State.REFUTED, Map.of("why", GUARD));
    }

    private Outcome prove(Command command, MailboxAddress mailbox) {
        if (!provider.show(mailbox).enabled()) {
            return convergence.conclude(command, Reading.refuted(Reading.DISABLED));
        }
        Reading reading = login(command, mailbox);
        if (reading.state() == State.REFUTED) {
            provider.setEnabled(mailbox, false);
        }
        Outcome lastly =
                reading.state() == State.REFUTED ? ProviderOutcome.needsPerson("LOGIN_FAILED") : reading.outcome();
        return convergence.conclude(command, reading, lastly);
    }

    /** A password that was revealed is its owner's: there is nothing left to log in with. */
    private Reading login(Command command, MailboxAddress mailbox) {
        Optional<Secret> password = credentials.unseal(change(command));
        if (password.isEmpty()) {
            return new Reading(State.VERIFIED, List.of(Reading.ENABLED));
        }
        Reading login = check.open(mailbox, Passwords.of(password, Optional.empty()));
        List<String> by = new ArrayList<>(List.of(Reading.ENABLED));
        by.addAll(login.verifiedBy());
        return handSet.judge(change(command), new Reading(login.state(), by));
    }

    private static String change(Command command) {
        return command.payload().getOrDefault(MailboxSteps.CHANGE_ID, "");
    }
}
