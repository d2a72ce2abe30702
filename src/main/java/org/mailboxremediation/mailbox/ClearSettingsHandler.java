package org.mailboxremediation.mailbox;

import java.util.Set;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Target;
import org.springframework.stereotype.Component;

/** Notes what an attacker may have set up, clears what can be cleared, and reads back. Aliases are a person's to judge. */
@Component
final class ClearSettingsHandler implements EffectHandler {

    private final Incidents incidents;
    private final Attestations attestations;
    private final MailboxProvider provider;
    private final SettingFacts facts;
    private final Convergence convergence;

    ClearSettingsHandler(
            Incidents incidents,
            Attestations attestations,
            MailboxProvider provider,
            SettingFacts facts,
            Convergence convergence) {
        this.incidents = incidents;
        this.attestations = attestations;
        this.provider = provider;
        this.facts = facts;
        this.convergence = convergence;
    }

    @Override
    public String step() {
        return MailboxSteps.CLEAR_SETTINGS;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(5, 3);
    }

    @Override
    public Outcome perform(Command command) {
        MailboxAddress mailbox = incidents.get(command.caseId()).mailbox();
        try {
            Set<SettingKind> remaining = clear(command.caseId(), mailbox);
            facts.found(command.caseId(), Persistence.aliases(provider, mailbox));
            State state = remaining.isEmpty() ? State.VERIFIED : State.REFUTED;
            return convergence.conclude(command, new Reading(state, Persistence.codes(remaining)));
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    /** Noted before it is cleared: a kill in between must not lose what was there. */
    private Set<SettingKind> clear(String caseId, MailboxAddress mailbox) {
        Set<SettingKind> open = facts.found(caseId, Persistence.clearable(provider, mailbox));
        if (open.isEmpty()) {
            return open;
        }
        open.forEach(kind -> Persistence.clear(provider, mailbox, kind, facts.kept(caseId, kind)));
        return facts.found(caseId, Persistence.clearable(provider, mailbox));
    }

    @Override
    public void record(Command command, Outcome outcome) {
        if (outcome.state() == State.VERIFIED || outcome.state() == State.REFUTED) {
            facts.clearedBut(command.caseId(), Reading.verifiedBy(outcome));
            attestations.record(
                    command.caseId(), AttestationKind.SETTINGS_READ, command.id(), "read", null, CaseEvent.SYSTEM);
        }
    }
}
