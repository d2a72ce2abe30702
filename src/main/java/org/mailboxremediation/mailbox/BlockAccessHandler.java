package org.mailboxremediation.mailbox;

import java.util.Optional;
import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Target;
import org.springframework.stereotype.Component;

/** Blocks access without touching the password, and sees that nobody gets in. */
@Component
final class BlockAccessHandler implements EffectHandler {

    private final Incidents incidents;
    private final AccessLog access;
    private final MailboxProvider provider;
    private final PasswordBook passwords;
    private final LockOutCheck check;
    private final Convergence convergence;

    BlockAccessHandler(
            Incidents incidents,
            AccessLog access,
            MailboxProvider provider,
            PasswordBook passwords,
            LockOutCheck check,
            Convergence convergence) {
        this.incidents = incidents;
        this.access = access;
        this.provider = provider;
        this.passwords = passwords;
        this.check = check;
        this.convergence = convergence;
    }

    @Override
    public String step() {
        return MailboxSteps.BLOCK_ACCESS;
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
        try {
            provider.setEnabled(incidents.get(command.caseId()).mailbox(), false);
            return Outcome.accepted();
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    @Override
    public Outcome verify(Command command) {
        Incident incident = incidents.get(command.caseId());
        try {
            boolean enabled = provider.show(incident.mailbox()).enabled();
            Reading reading = enabled
                    ? Reading.refuted(Reading.ENABLED)
                    : check.blocked(incident.mailbox(), passwords.newest(incident));
            return convergence.conclude(command, reading);
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    /** Blocked is what was read back as disabled, whatever a mail server that lags behind still accepts. */
    @Override
    public void record(Command command, Outcome outcome) {
        if (Reading.verifiedBy(outcome).contains(Reading.DISABLED)) {
            String cause = command.payload().getOrDefault(MailboxSteps.CAUSE, MailboxSteps.BLOCK_ACCESS);
            access.record(command.caseId(), Access.BLOCKED, cause);
        }
    }
}
