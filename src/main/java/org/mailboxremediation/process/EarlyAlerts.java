package org.mailboxremediation.process;

import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.notice.Notices;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.stereotype.Component;

/**
 * Owes the alerts of a case whose procedure has not started, once it is known where its mail goes, or that this cannot be
 * read yet: a campaign's procedures start later than people must hear (ADR 28). A procedure that runs owes them itself.
 */
@Component
final class EarlyAlerts implements OutcomeListener {

    private final Incidents incidents;
    private final Notices notices;

    EarlyAlerts(Incidents incidents, Notices notices) {
        this.incidents = incidents;
        this.notices = notices;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        if (isLastOfLockOut(command, outcome)) {
            incidents.find(command.caseId()).filter(Incident::awaitsProcess).ifPresent(notices::alert);
        }
        return true;
    }

    private static boolean isLastOfLockOut(Command command, Outcome outcome) {
        return command.step().equals(Step.CLEAR_SETTINGS.name())
                || (command.step().equals(Step.CHANGE_PASSWORD.name()) && outcome.state() != Outcome.State.VERIFIED);
    }
}
