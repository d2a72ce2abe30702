package org.mailboxremediation.process;

import java.util.Map;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.stereotype.Component;

/** Asks for the outside effects of a case, each keyed (case, step, epoch) in the caller's transaction (promise P9). */
@Component
public final class CaseCommands {

    private final Outbox outbox;
    private final PasswordChanges changes;
    private final EventChain events;

    CaseCommands(Outbox outbox, PasswordChanges changes, EventChain events) {
        this.outbox = outbox;
        this.changes = changes;
        this.events = events;
    }

    /** The command of that step whose outcome no process was told yet, or a new one. */
    public String untoldOrNew(String incidentId, Step step, int priority) {
        events.lock(incidentId);
        return outbox.untoldOrNew(incidentId, step.name(), priority);
    }

    /** A new attempt at restoring access with the newest password. */
    public String restore(String incidentId) {
        String step = Step.RESTORE_ACCESS.name();
        String change = changes.newest(incidentId).orElseThrow().id();
        return outbox.enqueue(
                incidentId, step, outbox.nextEpoch(incidentId, step), Map.of("changeId", change), Priority.RESTORE);
    }
}
