package org.mailboxremediation.webapp.caseview;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.CommandState;
import org.mailboxremediation.outbox.Entry;

/**
 * An outside effect of the case, and how it is known.
 *
 * @param epoch which one of its step, from 1
 * @param details what the last attempt came to: how it was verified, or why it waits
 * @param accepted when the provider took it; null before, or where nothing is verified apart
 * @param failingSince null while it is not failing
 * @param settled null while it is not
 */
record CommandRecord(
        String id,
        String step,
        int epoch,
        CommandState state,
        int attempts,
        Map<String, String> payload,
        Map<String, String> details,
        Instant created,
        @Nullable Instant accepted,
        @Nullable Instant failingSince,
        @Nullable Instant settled) {

    CommandRecord {
        payload = Map.copyOf(payload);
        details = Map.copyOf(details);
    }

    static CommandRecord of(Entry entry) {
        Command command = entry.command();
        return new CommandRecord(
                command.id(),
                command.step(),
                command.epoch(),
                entry.state(),
                command.attempts(),
                command.payload(),
                entry.details(),
                command.createdAt(),
                entry.acceptedAt(),
                entry.firstFailure(),
                entry.settledAt());
    }
}
