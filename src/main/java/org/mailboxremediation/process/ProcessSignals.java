package org.mailboxremediation.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.mailboxremediation.outbox.OutcomeListener;
import org.springframework.stereotype.Component;

/** Tells the waiting process that its command is settled. The facts are already stored: this only moves the token. */
@Component
final class ProcessSignals implements OutcomeListener {

    private static final int TRIES = 5;

    private final RuntimeService runtime;
    private final Incidents incidents;

    ProcessSignals(RuntimeService runtime, Incidents incidents) {
        this.runtime = runtime;
        this.incidents = incidents;
    }

    @Override
    public boolean settled(Command command, Outcome outcome) {
        return Step.named(command.step())
                .map(step -> correlate(step, command) || nobodyWillWait(command))
                .orElse(true);
    }

    private boolean correlate(Step step, Command command) {
        for (int i = 0; i < TRIES; i++) {
            if (told(step, command)) {
                return true;
            }
        }
        return false;
    }

    private boolean told(Step step, Command command) {
        try {
            runtime.createMessageCorrelation(step.message())
                    .processInstanceVariableEquals(OutcomeWait.COMMAND_ID, command.id())
                    .correlate();
            return true;
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException e) {
            // Joins of parallel branches collide as a matter of course, and the loser tries again; where nobody waits
            // yet,
            // the sweep comes back.
            return false;
        }
    }

    private boolean nobodyWillWait(Command command) {
        return incidents.find(command.caseId()).map(i -> !i.status().isOpen()).orElse(true);
    }
}
