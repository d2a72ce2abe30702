package org.mailboxremediation.process;

import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.credential.PasswordChanges;
import org.mailboxremediation.outbox.Entry;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.Priority;
import org.springframework.stereotype.Component;

/** Asks for the outside effects of a case, each keyed (case, step, epoch) in the caller's transaction (promise P9). */
@Component
public final class CaseCommands {

    private final Outbox outbox;
    private final PasswordChanges changes;

    CaseCommands(Outbox outbox, PasswordChanges changes) {
        this.outbox = outbox;
        this.changes = changes;
    }

    /** The command of that step whose outcome no process was told yet, or a new one. */
    public String untoldOrNew(String incidentId, Step step, int priority) {
        Optional<Entry> newest = outbox.newest(incidentId, step.name());
        int next = newest.map(c -> c.command().epoch() + 1).orElse(1);
        return newest.filter(c -> c.signalledAt() == null)
                .map(c -> c.command().id())
                .orElseGet(() -> outbox.enqueue(incidentId, step.name(), next, Map.of(), priority));
    }

    /** A new attempt at restoring access with the newest password. */
    public String restore(String incidentId) {
        String step = Step.RESTORE_ACCESS.name();
        String change = changes.newest(incidentId).orElseThrow().id();
        return outbox.enqueue(
                incidentId, step, outbox.nextEpoch(incidentId, step), Map.of("changeId", change), Priority.RESTORE);
    }
}
