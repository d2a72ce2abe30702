package org.mailboxremediation.mailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.SettingKind;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Target;
import org.mailboxremediation.restore.Reconciled;
import org.springframework.stereotype.Component;

/**
 * Reads what a person did by hand: state and settings where there is an API, and who can log in where a password is known.
 * Waits while the provider does not answer, and while the machine itself is changing what is read.
 */
@Component
final class ReconcileHandler implements EffectHandler {

    /** The detail that holds the verdict. */
    static final String FOUND = "found";

    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Incidents incidents;
    private final MailboxProvider provider;
    private final PasswordBook passwords;
    private final LockOutCheck check;
    private final SettingFacts settings;
    private final ReconciledFacts facts;
    private final Convergence convergence;

    ReconcileHandler(
            Incidents incidents,
            MailboxProvider provider,
            PasswordBook passwords,
            LockOutCheck check,
            SettingFacts settings,
            ReconciledFacts facts,
            Convergence convergence) {
        this.incidents = incidents;
        this.provider = provider;
        this.passwords = passwords;
        this.check = check;
        this.settings = settings;
        this.facts = facts;
        this.convergence = convergence;
    }

    @Override
    public String step() {
        return MailboxSteps.RECONCILE;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(2, 0);
    }

    @Override
    public Outcome perform(Command command) {
        Incident incident = incidents.get(command.caseId());
        if (!incident.status().isOpen()) {
            return Outcome.of(State.UNVERIFIABLE, Map.of());
        }
        if (facts.busy(incident.id())) {
            return Outcome.retry(SOON, "BUSY");
        }
        String mark = facts.mark(incident);
        try {
            return outcome(command, facts.judged(incident, read(incident)), mark);
        } catch (ProviderFailure.Unavailable passing) {
            return ProviderOutcome.of(passing);
        } catch (ProviderFailure refused) {
            return Outcome.retry(LATER, ProviderOutcome.of(refused).details().getOrDefault("why", ""));
        }
    }

    @Override
    public void record(Command command, Outcome outcome) {
        if (outcome.details().containsKey(FOUND)) {
            facts.record(incidents.get(command.caseId()), outcome);
        }
    }

    private Outcome outcome(Command command, HandReading reading, String mark) {
        Reconciled found = reading.found();
        State state = switch (found) {
            case AGREES, MACHINE_PASSWORD -> State.VERIFIED;
            case UNVERIFIABLE -> State.UNVERIFIABLE;
            case SETTINGS_FOUND, NOT_BLOCKED, STILL_LETS_IN, PASSWORD_REFUSED -> State.REFUTED;
        };
        Map<String, String> details = Map.of(
                FOUND, found.name(), ReconciledFacts.MARK, mark, Reading.DETAIL, String.join(",", reading.codes()));
        return convergence.conclude(command, new Reading(state, reading.codes()), Outcome.of(state, details));
    }

    private List<String> read(Incident incident) {
        List<String> codes = new ArrayList<>();
        MailboxAddress mailbox = incident.mailbox();
        if (!provider.byHand(mailbox)) {
            MailboxState shown = provider.show(mailbox);
            codes.add(shown.enabled() ? Reading.ENABLED : Reading.DISABLED);
            codes.addAll(Persistence.codes(settings(incident.id(), mailbox, shown)));
        }
        codes.addAll(check.heard(mailbox, passwords.newest(incident)));
        return codes;
    }

    /** What nobody has looked at yet is cleared; what a person said is in order is only noted. */
    private Set<SettingKind> settings(String caseId, MailboxAddress mailbox, MailboxState shown) {
        Set<SettingKind> open = settings.found(caseId, Persistence.of(shown, provider.spamForwarding(mailbox)));
        if (!open.isEmpty() && !facts.settingsRead(caseId)) {
            open.forEach(kind -> Persistence.clear(provider, mailbox, kind, settings.kept(caseId, kind)));
            open = settings.found(caseId, Persistence.clearable(provider, mailbox));
        }
        settings.found(caseId, Persistence.aliases(provider, mailbox));
        return open;
    }
}
