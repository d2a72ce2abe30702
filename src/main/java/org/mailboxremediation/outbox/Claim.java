package org.mailboxremediation.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a command: whoever holds the token may say how it ended.
 *
 * @param command the command, this attempt counted
 * @param queue where it waited, and so what is to be attempted
 * @param token of this claim; shared by those that were claimed with it
 * @param firstSent when the command was first claimed: its effect cannot be older
 * @param firstFailure since when the command has been failing; null while it is not
 * @param unexpected how many attempts ended without an outcome: by an exception nobody expected, or by a kill
 */
record Claim(
        Command command,
        QueueKey queue,
        String token,
        Instant firstSent,
        @Nullable Instant firstFailure,
        int unexpected) {}
