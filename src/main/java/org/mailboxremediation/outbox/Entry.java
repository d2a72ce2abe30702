package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command and where it stands.
 *
 * @param command what is owed
 * @param state where it stands
 * @param details what the last attempt came to ({@code why} tells why it waits); empty before the first
 * @param notBefore not tried before this time
 * @param claimedUntil until when a worker has it for itself
 * @param firstFailure since when it has been failing, without what was waiting for budget; null while it is not
 * @param acceptedAt when the provider first took the effect; null before, or where there is nothing to verify apart
 * @param settledAt when it settled; null before
 * @param signalledAt when whoever waits was told; null before
 */
public record Entry(
        Command command,
        CommandState state,
        Map<String, String> details,
        Instant notBefore,
        Instant claimedUntil,
        @Nullable Instant firstFailure,
        @Nullable Instant acceptedAt,
        @Nullable Instant settledAt,
        @Nullable Instant signalledAt) {

    public Entry {
        details = Map.copyOf(details);
    }

    /** One that is owed from now on. */
    static Entry fresh(Command command) {
        Instant now = command.createdAt();
        return new Entry(command, CommandState.PLANNED, Map.of(), now, now, null, null, null, null);
    }

    /** One that was found to need nothing. */
    static Entry settled(Command command, Outcome outcome) {
        Instant now = command.createdAt();
        return new Entry(command, CommandState.of(outcome.state()), outcome.details(), now, now, null, null, now, null);
    }

    /** The command with its outcome, once there is one. */
    public Optional<Settled> settled() {
        return Optional.ofNullable(settledAt)
                .map(at -> new Settled(command, Outcome.of(Outcome.State.valueOf(state.name()), details), at));
    }

    /** The same, with another time at which somebody was told. */
    Entry signalled(@Nullable Instant at) {
        return new Entry(command, state, details, notBefore, claimedUntil, firstFailure, acceptedAt, settledAt, at);
    }
}
