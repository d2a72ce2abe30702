package org.mailboxremediation.sandbox.account;

import java.time.Clock;
import java.time.Duration;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deleted mailboxes: they can be recovered for 14 days. */
@SandboxComponent
public final class DeletedAccounts {

    private static final Duration RECOVERABLE = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Clock clock;

    DeletedAccounts(JdbcClient jdbc, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether a mailbox of that address was deleted and can still be recovered. */
    public boolean recoverable(String address) {
        return !jdbc.sql("select 1 from sandbox_mailbox where address = :address and deleted_at > :since")
                .param("address", address)
                .param("since", AccountRow.timestamp(clock.instant().minus(RECOVERABLE)))
                .query()
                .listOfRows()
                .isEmpty();
    }

    /** Recovers a deleted mailbox under a new password. Returns false if it is not recoverable. */
    public boolean recover(String address, String password) {
        return jdbc.sql("update sandbox_mailbox set deleted_at = null, enabled = true, password_hash = :hash"
                                + " where address = :address and deleted_at > :since")
                        .param("hash", passwords.hash(password))
                        .param("address", address)
                        .param("since", AccountRow.timestamp(clock.instant().minus(RECOVERABLE)))
                        .update()
                == 1;
    }
}
