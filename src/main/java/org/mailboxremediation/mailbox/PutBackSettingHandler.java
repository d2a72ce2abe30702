package org.mailboxremediation.mailbox;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.MailboxSetting;
import org.mailboxremediation.incident.MailboxSettings;
import org.mailboxremediation.incident.SettingState;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Demand;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.Outcome.State;
import org.mailboxremediation.outbox.Target;
import org.springframework.stereotype.Component;

/** Puts back one setting that was cleared, because a named person wants it; seen to be set, it counts as accepted. */
@Component
final class PutBackSettingHandler implements EffectHandler {

    private final Incidents incidents;
    private final MailboxSettings settings;
    private final PutBack putBack;
    private final Convergence convergence;

    PutBackSettingHandler(Incidents incidents, MailboxSettings settings, PutBack putBack, Convergence convergence) {
        this.incidents = incidents;
        this.settings = settings;
        this.putBack = putBack;
        this.convergence = convergence;
    }

    @Override
    public String step() {
        return MailboxSteps.PUT_BACK_SETTING;
    }

    @Override
    public Demand demand() {
        return Demand.on(Target.PROVIDER).calls(1, 1);
    }

    @Override
    public Outcome perform(Command command) {
        try {
            return switch (putBack.set(incidents.get(command.caseId()).mailbox(), setting(command))) {
                case SET -> seen(State.VERIFIED, "api:set").outcome();
                case OCCUPIED -> seen(State.REFUTED, "api:occupied").outcome();
                case ABSENT -> convergence.conclude(command, seen(State.REFUTED, "api:absent"));
            };
        } catch (ProviderFailure failure) {
            return ProviderOutcome.of(failure);
        }
    }

    @Override
    public void record(Command command, Outcome outcome) {
        MailboxSetting setting = setting(command);
        if (setting.state() == SettingState.PUTTING_BACK) {
            Map<String, String> details = outcome.details();
            String why = details.getOrDefault("why", String.join(",", Reading.verifiedBy(outcome)));
            settings.putBack(setting.id(), outcome.state() == State.VERIFIED, why);
        }
    }

    private static Reading seen(State state, String code) {
        return new Reading(state, List.of(code));
    }

    private MailboxSetting setting(Command command) {
        String id = command.payload().getOrDefault(MailboxSteps.SETTING_ID, "");
        return settings.of(command.caseId()).stream()
                .filter(setting -> setting.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
