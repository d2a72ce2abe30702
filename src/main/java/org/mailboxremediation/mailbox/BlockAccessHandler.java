package org.mailboxremediation.mailbox;

import org.mailboxremediation.incident.Access;
import org.mailboxremediation.incident.AccessLog;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
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
    public Outcome perform(Command command) {
        Incident incident = incidents.get(command.caseId());
        try {
            provider.setEnabled(incident.mailbox(), false);
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
