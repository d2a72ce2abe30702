package org.mailboxremediation.outbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a command: whoever holds the token may say how it ended.
 *
 * @param command the command, this attempt counted
 * @param token unique to this attempt
 * @param firstFailure since when the command has been failing; null while it is not
 * @param unexpected how many attempts ended without an outcome: by an exception nobody expected, or by a kill
 */
record Claim(Command command, String token, @Nullable Instant firstFailure, int unexpected) {

    /** The detail that keeps {@link #unexpected} between attempts. */
    static final String UNEXPECTED = "unexpected";

    /** A claim on an entry as it was read, before the database has agreed. */
    static Claim on(Entry entry, String token) {
        Command before = entry.command();
        int abandoned = entry.state() == CommandState.SENT ? 1 : 0;
        return new Claim(
                new Command(
                        before.id(),
                        before.caseId(),
                        before.step(),
                        before.epoch(),
                        before.payload(),
                        before.priority(),
                        before.attempts() + 1,
                        before.createdAt()),
                token,
                entry.firstFailure(),
                counted(entry.details()) + abandoned);
    }

    private static int counted(Map<String, String> details) {
        return Integer.parseInt(details.getOrDefault(UNEXPECTED, "0"));
    }
}
